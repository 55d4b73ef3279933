using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>Forgets old rows, the oldest first.</summary>
internal sealed class SqliteSweep(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement claims = new(
        connection,
        """
        DELETE FROM claim WHERE (official_id, command_id) IN (
          SELECT official_id, command_id FROM claim WHERE at_ms < $1 ORDER BY at_ms LIMIT $2)
        """,
        2);

    private readonly SqliteStatement horizons = new(
        connection,
        """
        INSERT INTO inbox_horizon (seat_id, position)
        SELECT seat_id, max(changed_seq) FROM (
          SELECT seat_id, changed_seq FROM inbox_tombstone WHERE at_ms < $1 ORDER BY at_ms, seat_id, changed_seq LIMIT $2)
        WHERE true GROUP BY seat_id
        ON CONFLICT (seat_id) DO UPDATE SET position = max(position, excluded.position)
        """,
        2);

    private readonly SqliteStatement tombstones = new(
        connection,
        """
        DELETE FROM inbox_tombstone WHERE (seat_id, changed_seq) IN (
          SELECT seat_id, changed_seq FROM inbox_tombstone WHERE at_ms < $1 ORDER BY at_ms, seat_id, changed_seq LIMIT $2)
        """,
        2);

    private readonly SqliteStatement sessions = new(
        connection,
        "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE expires_at_ms < $1 ORDER BY expires_at_ms LIMIT $2)",
        2);

    private readonly SqliteStatement uploads = new(
        connection,
        """
        DELETE FROM upload WHERE (official_id, hash) IN (
          SELECT official_id, hash FROM upload WHERE at_ms < $1 ORDER BY at_ms LIMIT $2)
        RETURNING hash
        """,
        2);

    private readonly SqliteStatement draftUpdates = new(
        connection,
        """
        DELETE FROM draft_update WHERE (document_id, seq) IN (
          SELECT u.document_id, u.seq FROM draft_update u WHERE u.at_ms < $1 AND EXISTS (
            SELECT 1 FROM draft_snapshot s WHERE s.document_id = u.document_id AND s.seq >= u.seq)
          ORDER BY u.at_ms LIMIT $2)
        """,
        2);

    private readonly SqliteStatement draftSnapshots = new(
        connection,
        $"""
        DELETE FROM draft_snapshot WHERE (document_id, seq) IN (
          SELECT s.document_id, s.seq
          FROM (SELECT document_id, max(seq) AS seq FROM draft_snapshot WHERE at_ms >= $1 - {QueuedSweep.LaterMs} GROUP BY document_id) l
            JOIN draft_snapshot s ON s.document_id = l.document_id AND s.seq < l.seq
          WHERE s.at_ms < $1 LIMIT $2)
        """,
        2);

    /// <summary>Removes some of the rows older than the instant.</summary>
    public Swept Sweep(SweepKind kind, long beforeMs)
    {
        switch (kind)
        {
            case SweepKind.Claims:
                return new Swept(claims.Execute(beforeMs, QueuedSweep.RowsMax), []);
            case SweepKind.Tombstones:
                horizons.Execute(beforeMs, QueuedSweep.RowsMax);
                return new Swept(tombstones.Execute(beforeMs, QueuedSweep.RowsMax), []);
            case SweepKind.Sessions:
                return new Swept(sessions.Execute(beforeMs, QueuedSweep.RowsMax), []);
            case SweepKind.DraftUpdates:
                return new Swept(draftUpdates.Execute(beforeMs, QueuedSweep.RowsMax), []);
            case SweepKind.DraftSnapshots:
                return new Swept(draftSnapshots.Execute(beforeMs, QueuedSweep.RowsMax), []);
            default:
                return Uploads(beforeMs);
        }
    }

    public void Dispose()
    {
        claims.Dispose();
        horizons.Dispose();
        tombstones.Dispose();
        sessions.Dispose();
        uploads.Dispose();
        draftUpdates.Dispose();
        draftSnapshots.Dispose();
    }

    private Swept Uploads(long beforeMs)
    {
        var hashes = new List<string>();
        using var rows = uploads.Query(beforeMs, QueuedSweep.RowsMax);
        while (rows.Read())
            hashes.Add(rows.GetString(0));
        return new Swept(hashes.Count, [.. hashes]);
    }
}
