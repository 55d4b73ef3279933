using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// The locks of a batch, in the one global order: stream heads, registers, inbox heads; inside a kind by key. Each is
/// a statement of its own, so that the decision's snapshot is younger than every lock.
/// </summary>
internal static class LockStatements
{
    // The position is the one after the commit: nobody else sees the row before, and a dropped command's is deleted.
    private const string MakeStreamHeads =
        """
        INSERT INTO stream_head (stream, position)
        SELECT i.stream, i.position FROM unnest($1::uuid[], $2::bigint[]) AS i(stream, position) ORDER BY i.stream
        ON CONFLICT (stream) DO NOTHING
        """;

    private const string LockStreamHeads =
        "SELECT count(*) FROM (SELECT 1 FROM stream_head WHERE stream = ANY ($1::uuid[]) ORDER BY stream FOR UPDATE) AS locked";

    private const string MakeRegisters =
        """
        INSERT INTO register (register, next, last_on)
        SELECT pr_register(i.series, i.term), 1, '' FROM unnest($1::text[], $2::text[]) AS i(series, term)
        GROUP BY 1 ORDER BY 1
        ON CONFLICT (register) DO NOTHING
        """;

    private const string LockRegisters =
        """
        SELECT count(*) FROM (
          SELECT 1 FROM register WHERE register = ANY (ARRAY(
            SELECT pr_register(i.series, i.term) FROM unnest($1::text[], $2::text[]) AS i(series, term)))
          ORDER BY register FOR UPDATE) AS locked
        """;

    private const string MakeInboxHeads =
        """
        INSERT INTO inbox_head (seat_id, position)
        SELECT i.seat, 0 FROM unnest($1::int[]) AS i(seat) ORDER BY i.seat
        ON CONFLICT (seat_id) DO NOTHING
        """;

    private const string LockInboxHeads =
        "SELECT count(*) FROM (SELECT 1 FROM inbox_head WHERE seat_id = ANY ($1::int[]) ORDER BY seat_id FOR UPDATE) AS locked";

    private const string DropStreamHeads =
        $"""
        DELETE FROM stream_head h USING unnest($1::int[], $2::uuid[]) AS i(ord, stream)
        WHERE {WriterStatement.IsDropped} AND h.stream = i.stream AND {MadeHere}
        """;

    // What no command of this batch has taken a number of stands at its first.
    private const string DropRegisters =
        $"""
        DELETE FROM register h USING unnest($1::int[], $2::text[], $3::text[]) AS i(ord, series, term)
        WHERE {WriterStatement.IsDropped} AND h.register = pr_register(i.series, i.term) AND h.next = 1 AND {MadeHere}
        """;

    private const string DropInboxHeads =
        $"""
        DELETE FROM inbox_head h USING unnest($1::int[], $2::int[]) AS i(ord, seat)
        WHERE {WriterStatement.IsDropped} AND h.seat_id = i.seat AND {MadeHere}
        """;

    private const string MadeHere = "h.xmin = (SELECT pg_current_xact_id()::xid)";

    /// <summary>Removes what was made for commands that the decision dropped; after the registers were advanced.</summary>
    public static IEnumerable<WriterStatement> Undo(IReadOnlyList<QueuedCommit> batch)
    {
        List<int> streamOrds = [], takeOrds = [], seatOrds = [], seats = [];
        List<Guid> streams = [];
        List<string> series = [];
        List<string?> terms = [];
        for (var c = 0; c < batch.Count; c++)
        {
            var commit = batch[c].Commit;
            foreach (var append in commit.Appends.Where(append => append.Expected == 0))
            {
                streamOrds.Add(c + 1);
                streams.Add(append.Stream.Value);
            }

            if (commit.Take is { } take)
            {
                takeOrds.Add(c + 1);
                series.Add(take.Series);
                terms.Add(take.Term);
            }

            foreach (var seat in commit.Rows.OfType<SeatRow>())
            {
                seatOrds.Add(c + 1);
                seats.Add(seat.Id.Value);
            }
        }

        if (streams.Count > 0)
            yield return new WriterStatement(DropStreamHeads, [streamOrds, streams]);
        if (series.Count > 0)
            yield return new WriterStatement(DropRegisters, [takeOrds, series, terms]);
        if (seats.Count > 0)
            yield return new WriterStatement(DropInboxHeads, [seatOrds, seats]);
    }

    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch)
    {
        var appends = batch.SelectMany(queued => queued.Commit.Appends).ToList();
        var made = appends.Where(append => append.Expected == 0).ToList();
        if (made.Count > 0)
        {
            yield return new WriterStatement(
                MakeStreamHeads,
                [made.ConvertAll(append => append.Stream.Value), made.ConvertAll(append => (long)append.Facts.Length)]);
        }

        var locked = appends.Where(append => append.Expected > 0).Select(append => append.Stream.Value).ToList();
        if (locked.Count > 0)
            yield return WriterStatement.Asserting(LockStreamHeads, locked);

        var takes = batch.Select(queued => queued.Commit.Take).OfType<Contracts.Commits.RegisterTake>().ToList();
        if (takes.Count > 0)
        {
            object[] arguments = [takes.ConvertAll(take => take.Series), takes.ConvertAll(take => take.Term)];
            yield return new WriterStatement(MakeRegisters, arguments);
            yield return WriterStatement.Asserting(LockRegisters, arguments);
        }

        var seats = batch.SelectMany(queued => queued.Commit.Rows).OfType<SeatRow>().Select(seat => seat.Id.Value).ToList();
        if (seats.Count > 0)
            yield return new WriterStatement(MakeInboxHeads, [seats]);

        var inboxes = batch.SelectMany(queued => queued.Commit.Inbox).Select(change => change.Key.Seat.Value).ToList();
        if (inboxes.Count > 0)
            yield return WriterStatement.Asserting(LockInboxHeads, inboxes);
    }
}
