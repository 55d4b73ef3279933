using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>What is said about a draft, without a policy. Each statement is a range of a key.</summary>
internal static class ThreadReads
{
    private const string EntriesSql =
        """
        SELECT e.entry_id AS Id, e.thread_id AS Thread, e.kind AS Kind, e.at_ms AS At, o.id AS Official, o.name AS Name, e.text AS Text
        FROM draft_thread_entry e JOIN official o ON o.id = e.by_id
        WHERE e.document_id = @id AND e.thread_id IN @threads ORDER BY e.position
        """;

    private const string PeopleSql =
        """
        SELECT DISTINCT o.id AS Official, o.name AS Name FROM seat_holder h JOIN official o ON o.id = h.official_id
        WHERE h.seat_id IN @seats AND h.valid_from <= @today AND (h.valid_to IS NULL OR h.valid_to > @today) AND o.disabled_at_ms IS NULL
        ORDER BY o.name, o.id
        """;

    /// <summary>Threads that changed after a position of the document, in the order of their last change.</summary>
    public static async Task<ImmutableArray<ThreadView>> Changed(
        DbConnection connection, DocumentId id, long after, DraftRight right, OfficialId reader)
    {
        var threads = (await connection.QueryAsync<DraftThreadRow>(
            $"SELECT {ThreadSql.Thread} FROM draft_thread WHERE document_id = @id AND position > @after ORDER BY position",
            new { id = id.Value, after })).AsList();
        if (threads.Count == 0)
            return [];
        var entries = (await connection.QueryAsync<Line>(
            EntriesSql, new { id = id.Value, threads = Lists.In(threads.ConvertAll(thread => thread.Thread.Value)) })).ToLookup(line => line.Thread);
        return [.. threads.Select(thread => View(thread, entries[thread.Thread], right, reader))];
    }

    /// <summary>Who holds these seats on this day, by name.</summary>
    public static async Task<ImmutableArray<PersonRef>> People(DbConnection connection, IReadOnlyCollection<SeatId> seats, DateOnly day) =>
        [.. (await connection.QueryAsync<Person>(
            PeopleSql, new { seats = Lists.In([.. seats.Select(seat => seat.Value)]), today = day.ToString("O", CultureInfo.InvariantCulture) }))
            .Select(person => new PersonRef(person.Official, person.Name))];

    private static ThreadView View(DraftThreadRow row, IEnumerable<Line> entries, DraftRight right, OfficialId reader) => new()
    {
        Id = row.Thread,
        Kind = row.Kind,
        State = row.State,
        Start = row.Start,
        End = row.End,
        Quote = row.Quote,
        Replacement = row.Replacement,
        Round = row.Round,
        Position = row.Position,
        Actions = ThreadWorkflow.Allowed(row, right, reader),
        Entries = [.. entries.Select(line => new ThreadEntryView(line.Id, line.Kind, line.At, new PersonRef(line.Official, line.Name), line.Text))],
    };

    private sealed record Line
    {
        public required ThreadEntryId Id { get; init; }

        public required ThreadId Thread { get; init; }

        public required ThreadEntryKind Kind { get; init; }

        public required DateTimeOffset At { get; init; }

        public required OfficialId Official { get; init; }

        public required string Name { get; init; }

        public required string Text { get; init; }
    }

    private sealed record Person
    {
        public required OfficialId Official { get; init; }

        public required string Name { get; init; }
    }
}
