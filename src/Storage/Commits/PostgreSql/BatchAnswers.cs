using System.Globalization;
using System.Text.Json;
using Npgsql;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>Gathers what the batch's statements return, and makes each command's answer of it once it is durable.</summary>
internal sealed class BatchAnswers(IReadOnlyList<QueuedCommit> batch)
{
    private readonly Dictionary<int, Receipt> replays = [];
    private readonly Dictionary<int, int> lost = [];
    private readonly Dictionary<int, TakenNumber> taken = [];
    private readonly Dictionary<int, StoredItem> stored = [];
    private string verdicts = "";
    private long atMs;
    private long[] places = [];

    /// <summary>From the first statement until every lock was held and the decision taken, by the database's clock.</summary>
    public TimeSpan Decided { get; private set; }

    /// <summary>A row of the decision: the header (ordinal 0), a replay, or a lost position.</summary>
    public void OnVerdict(NpgsqlDataReader row)
    {
        var ord = (int)row.GetInt64(0);
        if (ord == 0)
        {
            verdicts = row.GetString(1);
            atMs = row.GetInt64(3);
            Decided = TimeSpan.FromMicroseconds(row.GetInt64(5));
        }
        else if (row.GetString(1)[0] == DecideStatement.Lost)
        {
            lost[ord] = row.GetInt32(2);
        }
        else
        {
            replays[ord] = new Receipt(
                batch[ord - 1].Commit.Claim!.Key.Command,
                new StreamId(row.GetGuid(4)),
                row.GetInt64(5),
                row.GetInt64(6),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.IsDBNull(7) ? null : row.GetInt64(7),
                row.IsDBNull(8) ? null : CommitClock.FromText(row.GetString(8)),
                row.IsDBNull(9) ? null : row.GetString(9));
        }
    }

    public void OnTaken(NpgsqlDataReader row)
    {
        if (row.GetString(0) is not { Length: > 0 } json)
            return;
        using var document = JsonDocument.Parse(json);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            taken[int.Parse(entry.Name, CultureInfo.InvariantCulture)] = new TakenNumber(
                entry.Value.GetProperty("register").GetString()!,
                entry.Value.GetProperty("number").GetInt64(),
                entry.Value.GetProperty("number_on").GetString()!,
                entry.Value.GetProperty("symbol").GetString());
        }
    }

    public void OnPlaces(NpgsqlDataReader row) => places = row.GetFieldValue<long[]>(0);

    public void OnStored(NpgsqlDataReader row)
    {
        if (row.IsDBNull(0))
            return;
        stored[row.GetInt32(0)] = new StoredItem(
            row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetInt16(4), row.GetInt16(5),
            row.IsDBNull(6) ? null : row.GetString(6), row.GetInt16(7) != 0,
            row.IsDBNull(8) ? null : row.GetString(8), row.GetInt16(9) != 0);
    }

    /// <summary>The answers, in the batch's order. Only after the batch is durable.</summary>
    public CommitResult[] Results()
    {
        var results = new CommitResult[batch.Count];
        var index = 0;
        for (var c = 0; c < results.Length; c++)
        {
            var commit = batch[c].Commit;
            results[c] = verdicts[c] switch
            {
                DecideStatement.Ok => Committed(c + 1, commit, index),
                DecideStatement.Abandoned => new CommitResult.Abandoned(),
                DecideStatement.BodyDiffers => new CommitResult.BodyDiffers(),
                DecideStatement.Replayed => new CommitResult.Replayed(replays[c + 1]),
                DecideStatement.Lost => new CommitResult.PositionLost(commit.Appends[lost[c + 1]].Stream),
                _ => new CommitResult.Refused("inbox_item"),
            };
            index += commit.Inbox.Length;
        }

        return results;
    }

    private CommitResult.Committed Committed(int ord, Commit commit, int firstIndex)
    {
        var changes = new CommittedInboxChange[commit.Inbox.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            var change = commit.Inbox[i];
            var position = places[firstIndex + i];
            var item = change.Kind == InboxChangeKind.Arrived
                ? CommittedChanges.Arrival(change, atMs, position)
                : stored[firstIndex + i + 1];
            changes[i] = CommittedChanges.From(change, position, item);
        }

        return new CommitResult.Committed(Receipts.Of(commit, atMs, taken.GetValueOrDefault(ord)), [.. changes]);
    }
}
