using System.Globalization;
using System.Text;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>The statements of the inbox reads, the same words for both databases.</summary>
internal static class InboxSql
{
    public const string Epoch = "SELECT value FROM meta WHERE name = 'epoch'";

    public const string Heads = """SELECT seat_id AS "Seat", position AS "Position" FROM inbox_head WHERE seat_id IN @Seats""";

    /// <summary>One row a box, from the partial index alone.</summary>
    public static readonly string Counters =
        $"""
        SELECT i.box AS "Box", count(*) AS "Total",
          count(*) FILTER (WHERE {InboxPredicate.Matches(InboxFilter.Unread)}) AS "Unread",
          count(*) FILTER (WHERE {InboxPredicate.Matches(InboxFilter.Urgent)}) AS "Urgent",
          count(*) FILTER (WHERE {InboxPredicate.Matches(InboxFilter.Overdue)}) AS "Overdue"
        FROM inbox_item i
        WHERE i.seat_id IN @Seats AND {InboxPredicate.Visible}
        GROUP BY i.box
        """;

    /// <summary>The newest tombstone of each seat that is past its retention, swept or not: a cursor before it has lost something.</summary>
    public const string Horizons =
        """
        SELECT seat_id AS "Seat", max(position) AS "Position" FROM (
          SELECT seat_id, changed_seq AS position FROM inbox_tombstone WHERE seat_id IN @Seats AND at_ms < @RetainedSinceMs
          UNION ALL SELECT seat_id, position FROM inbox_horizon WHERE seat_id IN @Seats) AS past
        GROUP BY seat_id
        """;

    // A note, and a word that mentions the reader, shows the words of its document only where from_unit_id says so: they were final when it was sent. A closed
    // item is told only to be taken off the list: its document may be with its author again, with other words.
    private const string Shown =
        """
        SELECT i.seat_id AS "Seat", i.subject AS "Subject", i.reason AS "Reason", i.box AS "Box",
          i.changed_seq AS "ChangedSeq", i.arrived_seq AS "ArrivedSeq", i.arrived_at_ms AS "ArrivedAtMs",
          i.read_by AS "ReadBy", i.urgency AS "Urgency", i.secrecy AS "Secrecy", i.due_on AS "DueOn", i.overdue AS "Overdue",
          i.document_id AS "Document", i.delivery_id AS "Delivery", i.from_unit_id AS "FromUnit",
          i.from_official_id AS "FromOfficial", i.note AS "Note",
          d.symbol AS "Symbol", d.type AS "DocumentType", d.abstract AS "Abstract",
          COALESCE(o.name, u.name) AS "From", p.name AS "Province", v.reminded_at_ms AS "RemindedAtMs"
        """;

    // Names of communes repeat: a sending unit is told with its province (kind 3), unless it is one.
    private const string Words =
        """
        LEFT JOIN document d ON d.id = i.document_id AND i.box <> 0 AND (i.reason NOT IN (6, 15) OR i.from_unit_id IS NOT NULL)
        LEFT JOIN unit u ON u.id = i.from_unit_id
        LEFT JOIN unit p ON p.code = u.tile AND p.kind = 3 AND u.kind <> 3 AND i.from_official_id IS NULL
        LEFT JOIN official o ON o.id = i.from_official_id
        LEFT JOIN delivery v ON v.id = i.delivery_id AND i.reason = 1
        """;

    /// <summary>
    /// The page: the newest items of each seat from the index, merged. Parameters @s0.. (seat), @t0.. and @q0..
    /// (where its list goes on), @Box, @Take.
    /// </summary>
    public static string Page(int seats, InboxFilter filter) =>
        $"""
        {Shown}
        FROM (
        {EachSeat(seats, k =>
            $"""
            SELECT i.* FROM inbox_item i
            WHERE i.seat_id = @s{k} AND i.box = @Box AND {InboxPredicate.Visible} AND {InboxPredicate.Matches(filter)}
              AND (i.arrived_at_ms, i.arrived_seq) < (@t{k}, @q{k})
            ORDER BY i.arrived_at_ms DESC, i.arrived_seq DESC LIMIT @Take
            """)}
        ) i
        {Words}
        ORDER BY i.arrived_at_ms DESC, i.seat_id, i.arrived_seq DESC LIMIT @Take
        """;

    /// <summary>What changed after @p0.. in the seats @s0.., oldest change first, at most @Take a seat.</summary>
    public static string Changed(int seats) =>
        $"""
        {Shown}
        FROM (
        {EachSeat(seats, k =>
            $"""
            SELECT i.* FROM inbox_item i
            WHERE i.seat_id = @s{k} AND i.changed_seq > @p{k} AND i.secrecy <= @Clearance
            ORDER BY i.changed_seq LIMIT @Take
            """)}
        ) i
        {Words}
        ORDER BY i.seat_id, i.changed_seq
        """;

    /// <summary>
    /// Seats that cannot be told what they missed: where an item that was there before the cursor is above the reader's clearance
    /// after it (it may have been shown, and must go without being named), or where more has changed than is told, whoever may
    /// see it. So an old cursor does not walk through all that has changed since.
    /// </summary>
    public static string Hidden(int seats) => EachSeat(seats, k =>
        $"""
        SELECT missed.seat_id FROM (
          SELECT i.seat_id, i.arrived_seq, i.secrecy FROM inbox_item i
          WHERE i.seat_id = @s{k} AND i.changed_seq > @p{k}
          ORDER BY i.changed_seq LIMIT @Take
        ) missed
        GROUP BY missed.seat_id
        HAVING COUNT(*) >= @Take OR MAX(CASE WHEN missed.arrived_seq <= @p{k} AND missed.secrecy > @Clearance THEN 1 ELSE 0 END) = 1
        """);

    /// <summary>What was removed after @p0.. in the seats @s0.., at most @Take a seat.</summary>
    public static string Removed(int seats) => EachSeat(seats, k =>
        $"""
        SELECT t.seat_id AS "Seat", t.subject AS "Subject", t.reason AS "Reason" FROM inbox_tombstone t
        WHERE t.seat_id = @s{k} AND t.changed_seq > @p{k}
        ORDER BY t.changed_seq LIMIT @Take
        """);

    /// <summary>Items by key: @s0.., @u0.., @r0..; only within @Seats and the clearance.</summary>
    public static string Items(int keys)
    {
        var values = string.Join(", ", Enumerable.Range(0, keys).Select(k => Invariant($"(@s{k}, @u{k}, @r{k})")));
        return $"""
            WITH k(seat, subject, reason) AS (VALUES {values})
            {Shown}
            FROM k JOIN inbox_item i ON i.seat_id = k.seat AND i.subject = k.subject AND i.reason = k.reason
            {Words}
            WHERE i.seat_id IN @Seats AND i.secrecy <= @Clearance
            """;
    }

    /// <summary>
    /// Open items whose last day is before @Today and that are not marked yet, oldest first, at most @Take.
    /// </summary>
    public static readonly string Due =
        $"""
        {Shown}
        FROM (
          SELECT i.* FROM inbox_item i
          WHERE i.box <> 0 AND i.overdue = 0 AND i.due_on IS NOT NULL AND i.due_on < @Today
          ORDER BY i.due_on LIMIT @Take
        ) i
        {Words}
        """;

    /// <summary>SQLite takes a LIMIT inside a union only in a sub-select of its own.</summary>
    private static string EachSeat(int seats, Func<string, string> select)
    {
        var union = new StringBuilder();
        for (var k = 0; k < seats; k++)
        {
            if (k > 0)
                union.Append("\nUNION ALL\n");
            var n = k.ToString(CultureInfo.InvariantCulture);
            union.Append("SELECT * FROM (\n").Append(select(n)).Append("\n) seat").Append(n);
        }

        return union.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
