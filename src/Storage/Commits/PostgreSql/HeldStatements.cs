using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Finds the commands whose stream heads, registers or inbox heads somebody else holds at this moment, without waiting for
/// any of them. What it locks itself is let go when the statement ends.
/// </summary>
internal static class HeldStatements
{
    private const string Streams =
        """
        WITH free AS MATERIALIZED (SELECT stream FROM stream_head WHERE stream = ANY ($2::uuid[]) FOR UPDATE SKIP LOCKED)
        SELECT i.ord FROM unnest($1::int[], $2::uuid[]) AS i(ord, stream)
        WHERE EXISTS (SELECT 1 FROM stream_head h WHERE h.stream = i.stream)
          AND NOT EXISTS (SELECT 1 FROM free f WHERE f.stream = i.stream)
        """;

    private const string Registers =
        """
        WITH free AS MATERIALIZED (
          SELECT register FROM register WHERE register = ANY (ARRAY(
            SELECT pr_register(i.series, i.term) FROM unnest($2::text[], $3::text[]) AS i(series, term)))
          FOR UPDATE SKIP LOCKED)
        SELECT i.ord FROM unnest($1::int[], $2::text[], $3::text[]) AS i(ord, series, term)
        WHERE EXISTS (SELECT 1 FROM register r WHERE r.register = pr_register(i.series, i.term))
          AND NOT EXISTS (SELECT 1 FROM free f WHERE f.register = pr_register(i.series, i.term))
        """;

    private const string Inboxes =
        """
        WITH free AS MATERIALIZED (SELECT seat_id FROM inbox_head WHERE seat_id = ANY ($2::int[]) FOR UPDATE SKIP LOCKED)
        SELECT i.ord FROM unnest($1::int[], $2::int[]) AS i(ord, seat)
        WHERE EXISTS (SELECT 1 FROM inbox_head h WHERE h.seat_id = i.seat)
          AND NOT EXISTS (SELECT 1 FROM free f WHERE f.seat_id = i.seat)
        """;

    /// <param name="batch">The commands.</param>
    /// <param name="onHeld">Takes the place in the batch of each that would wait; some more than once.</param>
    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch, Action<int> onHeld)
    {
        List<int> streamOrds = [], takeOrds = [], inboxOrds = [], seats = [];
        List<Guid> streams = [];
        List<string> series = [];
        List<string?> terms = [];
        for (var c = 0; c < batch.Count; c++)
        {
            foreach (var append in batch[c].Commit.Appends)
            {
                streamOrds.Add(c);
                streams.Add(append.Stream.Value);
            }

            if (batch[c].Commit.Take is { } take)
            {
                takeOrds.Add(c);
                series.Add(take.Series);
                terms.Add(take.Term);
            }

            foreach (var change in batch[c].Commit.Inbox)
            {
                inboxOrds.Add(c);
                seats.Add(change.Key.Seat.Value);
            }
        }

        yield return new WriterStatement(Streams, [streamOrds, streams], row => onHeld(row.GetInt32(0)));
        if (series.Count > 0)
            yield return new WriterStatement(Registers, [takeOrds, series, terms], row => onHeld(row.GetInt32(0)));
        if (seats.Count > 0)
            yield return new WriterStatement(Inboxes, [inboxOrds, seats], row => onHeld(row.GetInt32(0)));
    }
}
