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
