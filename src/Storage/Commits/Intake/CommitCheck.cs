using System.Buffers;
using System.Text;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Commits.Rows;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>What can be said about a commit without the database.</summary>
internal static class CommitCheck
{
    /// <summary>The guard's name when a text cannot be stored by every database; null when all can.</summary>
    public static string? BadText(Commit commit)
    {
        foreach (var append in commit.Appends)
        {
            foreach (var fact in append.Facts)
            {
                if (!IsStorable(fact.Kind) || !IsStorable(fact.Payload))
                    return "text:fact";
            }
        }

        foreach (var row in commit.Rows)
        {
            var table = RowTables.Of(row);
            foreach (var column in table.Columns)
            {
                if (column.Type == ColumnType.Text && !IsStorable(column.TextOf(row)))
                    return $"text:{table.Name}.{column.Name}";
            }
        }

        foreach (var change in commit.Inbox)
        {
            if (!IsStorable(change.Content.Note))
                return "text:inbox_item.note";
        }

        return commit.Take is { } take && !(IsStorable(take.Series) && IsStorable(take.Term) && IsStorable(take.SymbolSuffix))
            ? "text:register"
            : null;
    }

    /// <summary>Throws for a commit that breaks its own contract; such a commit is a bug, never a person's doing.</summary>
    public static void Shape(QueuedCommit queued)
    {
        var commit = queued.Commit;
        Hold(!commit.Appends.IsDefault, "A commit says what it appends.");
        if (commit.Appends.IsEmpty)
            KeyedShape(queued);
        Hold(commit.Appends.All(append => append.Expected >= 0 && !append.Facts.IsDefaultOrEmpty), "An append has facts and an expected head.");
        Hold(Distinct(commit.Appends, append => append.Stream), "A stream is appended to once.");
        Hold(Distinct(queued.RowKeys, key => key), "A row is written once.");
        Hold(Distinct(commit.Inbox, change => change.Key), "An inbox item is changed once.");
        foreach (var change in commit.Inbox)
            Shape(change);
        if (commit.Take is { } take)
            Shape(commit, take);
    }

    /// <summary>Without a stream nothing but the keys of its rows keeps the commit from being applied twice.</summary>
    private static void KeyedShape(QueuedCommit queued)
    {
        var commit = queued.Commit;
        Hold(commit.Claim is null && commit.Take is null && commit.Inbox.IsEmpty, "A claim, a number and an inbox change belong to a stream.");
        Hold(commit.Rows.Length > 0, "A commit writes something.");
        Hold(
            queued.RowKeys.All(key => key.Table.Write == RowWrite.Insert),
            "A commit that appends to no stream writes rows that are written once, and no others.");
    }

    private static void Shape(InboxChange change)
    {
        Hold(change.Kind is >= InboxChangeKind.Arrived and <= InboxChangeKind.Removed, "An inbox change is of a known kind.");
        Hold(change.Kind == InboxChangeKind.Arrived == change.FromBox is null, "Every change but an arrival names the box it finds.");
        Hold(change.Kind == InboxChangeKind.Read == change.By is not null, "A read, and nothing else, names its reader.");
        if (change.Kind is InboxChangeKind.Read or InboxChangeKind.Due)
            Hold(change.ToBox == change.FromBox, "A read and a due item stay in their box.");
    }

    private static void Shape(Commit commit, RegisterTake take)
    {
        Hold(commit.Appends.Any(append => append.Stream == take.Stream), "The stream that takes a number is appended to.");
        Hold(
            commit.Rows.Any(row => RowTables.Of(row) is var table && table.Takes == take.Target && table.StreamOf(row) == take.Stream.Value),
            "The row that receives the number is written in the same commit.");
    }

    private static bool IsStorable(string? text) =>
        text is null || (!text.Contains('\0', StringComparison.Ordinal) && HasWholePairs(text));

    private static bool HasWholePairs(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done)
                return false;
            text = text[(at + length)..];
        }

        return true;
    }

    private static bool Distinct<T, TKey>(IReadOnlyCollection<T> items, Func<T, TKey> key) =>
        items.Count < 2 || items.Select(key).ToHashSet().Count == items.Count;

    private static void Hold(bool condition, string rule)
    {
        if (!condition)
            throw new ArgumentException(rule, nameof(condition));
    }
}
