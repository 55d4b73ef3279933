using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>Forgets old rows, the oldest first; those that another node is forgetting are left to it.</summary>
internal static class SweepStatement
{
    private const string Claims =
        """
        WITH old AS MATERIALIZED (
          SELECT official_id, command_id FROM claim WHERE at_ms < $1 ORDER BY at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM claim c USING old o WHERE c.official_id = o.official_id AND c.command_id = o.command_id RETURNING 1
        )
        SELECT count(*), NULL::text[] FROM gone
        """;

    private const string Tombstones =
        """
        WITH old AS MATERIALIZED (
          SELECT seat_id, changed_seq FROM inbox_tombstone WHERE at_ms < $1 ORDER BY at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM inbox_tombstone t USING old o WHERE t.seat_id = o.seat_id AND t.changed_seq = o.changed_seq
          RETURNING t.seat_id, t.changed_seq
        ), kept AS (
          INSERT INTO inbox_horizon AS h (seat_id, position)
          SELECT seat_id, max(changed_seq) FROM gone GROUP BY seat_id ORDER BY seat_id
          ON CONFLICT (seat_id) DO UPDATE SET position = greatest(h.position, excluded.position)
        )
        SELECT count(*), NULL::text[] FROM gone
        """;

    private const string Sessions =
        """
        WITH old AS MATERIALIZED (
          SELECT id FROM session WHERE expires_at_ms < $1 ORDER BY expires_at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM session s USING old o WHERE s.id = o.id RETURNING 1
        )
        SELECT count(*), NULL::text[] FROM gone
        """;

    private const string Uploads =
        """
        WITH old AS MATERIALIZED (
          SELECT official_id, hash FROM upload WHERE at_ms < $1 ORDER BY at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM upload u USING old o WHERE u.official_id = o.official_id AND u.hash = o.hash RETURNING u.hash
        )
        SELECT count(*), array_agg(hash) FROM gone
        """;

    private const string DraftUpdates =
        """
        WITH old AS MATERIALIZED (
          SELECT u.document_id, u.seq FROM draft_update u WHERE u.at_ms < $1 AND EXISTS (
            SELECT 1 FROM draft_snapshot s WHERE s.document_id = u.document_id AND s.seq >= u.seq)
          ORDER BY u.at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM draft_update u USING old o WHERE u.document_id = o.document_id AND u.seq = o.seq RETURNING 1
        )
        SELECT count(*), NULL::text[] FROM gone
        """;

    // Each draft's newest stays for ever: looked for from the later ones, of which only some are new.
    private static readonly string DraftSnapshots =
        $"""
        WITH recent AS MATERIALIZED (
          SELECT document_id, max(seq) AS seq FROM draft_snapshot WHERE at_ms >= $1 - {QueuedSweep.LaterMs} GROUP BY document_id
        ), old AS MATERIALIZED (
          SELECT s.document_id, s.seq FROM recent l JOIN draft_snapshot s ON s.document_id = l.document_id AND s.seq < l.seq
          WHERE s.at_ms < $1 LIMIT $2 FOR UPDATE OF s SKIP LOCKED
        ), gone AS (
          DELETE FROM draft_snapshot s USING old o WHERE s.document_id = o.document_id AND s.seq = o.seq RETURNING 1
        )
        SELECT count(*), NULL::text[] FROM gone
        """;

    public static WriterStatement Of(SweepKind kind, long beforeMs, Action<Swept> onSwept) => new(
        TextOf(kind),
        [beforeMs, (long)QueuedSweep.RowsMax],
        row => onSwept(new Swept((int)row.GetInt64(0), row.IsDBNull(1) ? [] : [.. row.GetFieldValue<string[]>(1)])));

    private static string TextOf(SweepKind kind) => kind switch
    {
        SweepKind.Claims => Claims,
        SweepKind.Tombstones => Tombstones,
        SweepKind.Sessions => Sessions,
        SweepKind.DraftUpdates => DraftUpdates,
        SweepKind.DraftSnapshots => DraftSnapshots,
        _ => Uploads,
    };
}
