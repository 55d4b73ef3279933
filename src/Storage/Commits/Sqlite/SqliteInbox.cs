using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>Inbox heads, items and tombstones.</summary>
internal sealed class SqliteInbox(SqliteConnection connection) : IDisposable
{
    private const string At = "WHERE seat_id = $2 AND subject = $3 AND reason = $4 AND box = $5";
    private const string Stored = "RETURNING arrived_at_ms, arrived_seq, read_by, urgency, secrecy, due_on, overdue, note";

    // Two statements: what returns rows gathers them in a table of its own first, at each use.
    private readonly SqliteStatement head = new(connection, "SELECT position FROM inbox_head WHERE seat_id = $1", 1);

    private readonly SqliteStatement advance = new(connection, "UPDATE inbox_head SET position = $2 WHERE seat_id = $1", 2);

    private readonly SqliteStatement arrive = new(
        connection,
        """
        INSERT INTO inbox_item (changed_seq, seat_id, subject, reason, box, arrived_seq, arrived_at_ms, read_by, overdue,
          urgency, secrecy, due_on, document_id, delivery_id, from_unit_id, from_official_id, note)
        VALUES ($1, $2, $3, $4, $5, $1, $6, ',', 0, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        14);

    // SQLite does not say which version of its own table a statement reads while it returns rows: this is read before.
    private readonly SqliteStatement overdue = new(
        connection, "SELECT overdue FROM inbox_item WHERE seat_id = $1 AND subject = $2 AND reason = $3", 3);

    private readonly SqliteStatement move = new(
        connection,
        $"""
        UPDATE inbox_item SET changed_seq = $1, box = $6, urgency = $7, secrecy = $8, due_on = $9, document_id = $10,
          overdue = CASE WHEN due_on IS $9 THEN overdue ELSE 0 END,
          delivery_id = $11, from_unit_id = $12, from_official_id = $13, note = $14
        {At} {Stored}
        """,
        14);

    private readonly SqliteStatement read = new(
        connection,
        $"""
        UPDATE inbox_item SET changed_seq = $1, read_by = read_by || $6 || ','
        {At} AND instr(read_by, ',' || $6 || ',') = 0 {Stored}
        """,
        6);

    private readonly SqliteStatement due = new(
        connection, $"UPDATE inbox_item SET changed_seq = $1, overdue = 1 {At} AND overdue = 0 AND due_on IS $6 {Stored}", 6);

    private readonly SqliteStatement remove = new(
        connection, $"DELETE FROM inbox_item {At} AND $1 > 0 {Stored}", 5);

    private readonly SqliteStatement bury = new(
        connection,
        "INSERT INTO inbox_tombstone (changed_seq, seat_id, subject, reason, at_ms) VALUES ($1, $2, $3, $4, $5)",
        5);

    /// <summary>Applies one change; null when the seat or the item is not as the change says.</summary>
    public CommittedInboxChange? Apply(InboxChange change, long atMs)
    {
        if (Bump(change.Key.Seat.Value) is not { } position)
            return null;

        var seat = change.Key.Seat.Value;
        var subject = Bytes(change.Key.Subject);
        var reason = (int)change.Key.Reason;
        if (change.Kind == InboxChangeKind.Arrived)
        {
            arrive.Execute([position, seat, subject, reason, (int)change.ToBox, atMs, .. Content(change.Content)]);
            return CommittedChanges.From(change, position, CommittedChanges.Arrival(change, atMs, position));
        }

        var from = (int)change.FromBox!.Value;
        var wasOverdue = change.Kind == InboxChangeKind.Moved && WasOverdue(seat, subject, reason);
        var stored = change.Kind switch
        {
            InboxChangeKind.Moved => One(move.Query(
                [position, seat, subject, reason, from, (int)change.ToBox, .. Content(change.Content)])),
            InboxChangeKind.Read => One(read.Query(position, seat, subject, reason, from, change.By!.Value.Value)),
            InboxChangeKind.Due => One(due.Query(position, seat, subject, reason, from, CommitClock.ToText(change.Content.DueOn))),
            _ => One(remove.Query(position, seat, subject, reason, from)),
        };
        if (stored is null)
            return null;
        if (change.Kind == InboxChangeKind.Removed)
            bury.Execute(position, seat, subject, reason, atMs);
        // A read and a removal leave it as it is; what falls due was not.
        if (change.Kind is InboxChangeKind.Read or InboxChangeKind.Removed)
            wasOverdue = stored.Value.Overdue;
        return CommittedChanges.From(change, position, stored.Value with { WasOverdue = wasOverdue });
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[head, advance, arrive, overdue, move, read, due, remove, bury])
            statement.Dispose();
    }

    private static object?[] Content(ItemContent content) =>
    [
        (int)content.Urgency,
        (int)content.Secrecy,
        CommitClock.ToText(content.DueOn),
        content.Document is { } document ? Bytes(document.Value) : null,
        content.Delivery is { } delivery ? Bytes(delivery.Value) : null,
        content.FromUnit?.Value,
        content.FromOfficial?.Value,
        content.Note,
    ];

    private static StoredItem? One(SqliteStatementRows reader)
    {
        using (reader)
        {
            return reader.Read()
                ? new StoredItem(
                    reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4),
                    reader.IsNull(5) ? null : reader.GetString(5), reader.GetInt32(6) != 0,
                    reader.IsNull(7) ? null : reader.GetString(7), WasOverdue: false)
                : null;
        }
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private bool WasOverdue(int seat, byte[] subject, int reason)
    {
        using var row = overdue.Query(seat, subject, reason);
        return row.Read() && row.GetInt32(0) != 0;
    }

    private long? Bump(int seat)
    {
        long position;
        using (var row = head.Query(seat))
        {
            if (!row.Read())
                return null;
            position = row.GetInt64(0) + 1;
        }

        advance.Execute(seat, position);
        return position;
    }
}
