using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>Forgets old claims; those that another node is forgetting are left to it.</summary>
internal static class SweepStatement
{
    private const string Text =
        """
        WITH old AS MATERIALIZED (
          SELECT official_id, command_id FROM claim WHERE at_ms < $1 ORDER BY at_ms LIMIT $2 FOR UPDATE SKIP LOCKED
        ), gone AS (
          DELETE FROM claim c USING old o WHERE c.official_id = o.official_id AND c.command_id = o.command_id RETURNING 1
        )
        SELECT count(*) FROM gone
        """;

    public static WriterStatement Of(long beforeMs, Action<int> onRemoved) =>
        new(Text, [beforeMs, (long)QueuedSweep.ClaimsMax], row => onRemoved((int)row.GetInt64(0)));
}
