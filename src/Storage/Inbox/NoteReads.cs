using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Look-ups by the people's keys. A seat in a unit that is no more is held by nobody.</summary>
internal sealed class NoteReads(IReadStore store, TimeProvider time)
{
    private const string Sql =
        """
        SELECT o.id AS "Official", o.name AS "Name", o.clearance AS "Clearance",
          s.id AS "Seat", s.kind AS "Kind", s.role AS "Role", s.unit_id AS "Unit", s.title AS "Title"
        FROM official o
        JOIN seat_holder h ON h.official_id = o.id AND h.valid_from <= @today AND (h.valid_to IS NULL OR h.valid_to > @today)
        JOIN seat s ON s.id = h.seat_id
        LEFT JOIN unit u ON u.id = s.unit_id
        WHERE (u.valid_to IS NULL OR u.valid_to > @today) AND o.id IN @ids AND o.disabled_at_ms IS NULL
        """;

    /// <summary>Those of the people who can be sent notes, as <see cref="INoteReads.Find"/> says, in no order; in one read.</summary>
    public async Task<IReadOnlyList<Addressee>> Find(IReadOnlyCollection<OfficialId> officials, CancellationToken cancellation = default)
    {
        var (today, ids) = (OfficeDay.Today(time), officials.Select(official => official.Value).ToArray());
        await using var connection = await store.Open(cancellation);
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(Sql, new { ids = Lists.In(ids), today }, cancellationToken: cancellation));
        return [.. rows.GroupBy(row => row.Official).Select(Addressee).OfType<Addressee>()];
    }

    private static Addressee? Addressee(IGrouping<int, Row> rows)
    {
        if (rows.FirstOrDefault(row => row.Kind == (int)SeatKind.Person) is not { } person)
            return null;
        var actor = new Actor(
            new OfficialId(rows.Key), person.Name, [.. rows.Select(row => row.ToSeat())], null, (Secrecy)person.Clearance);
        return new Addressee(actor, new SeatId(person.Seat));
    }

    private sealed class Row
    {
        public int Official { get; init; }

        public string Name { get; init; } = "";

        public int Clearance { get; init; }

        public int Seat { get; init; }

        public int Kind { get; init; }

        public int Role { get; init; }

        public int? Unit { get; init; }

        public string Title { get; init; } = "";

        public HeldSeat ToSeat() => new(
            new SeatId(Seat), (SeatKind)Kind, (SeatRole)Role, Unit is { } unit ? new UnitId(unit) : null, Title);
    }
}
