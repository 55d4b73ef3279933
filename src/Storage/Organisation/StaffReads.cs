using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation;

internal sealed class StaffReads(IReadStore store, IOrganisationMap organisation, TimeProvider time) : IStaffReads
{
    private const string HolderSql = """
        SELECT h.seat_id AS Seat, o.id AS Official, o.name AS Name, o.sign_in AS SignIn, h.valid_from AS ValidFrom,
          h.valid_to AS ValidTo, o.disabled_at_ms AS DisabledAt
        FROM seat_holder h JOIN official o ON o.id = h.official_id
        WHERE h.seat_id IN @seats AND (h.valid_to IS NULL OR h.valid_to > @today) AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        ORDER BY h.seat_id, h.valid_from, o.id
        """;

    /// <summary>An account's row whole, as whoever writes it again must have read it.</summary>
    internal const string OfficialColumns = """
        id AS Id, sign_in AS SignIn, name AS Name, clearance AS Clearance, demo AS Demo, password_hash AS PasswordHash,
          disabled_at_ms AS DisabledAt, stamp AS Stamp
        """;

    private const string OfficialSql = $"SELECT {OfficialColumns} FROM official WHERE id = @official";

    private const string UnitsSql = """
        SELECT DISTINCT s.unit_id FROM seat_holder h JOIN seat s ON s.id = h.seat_id
        WHERE h.official_id = @official AND s.kind <> @person
          AND (h.valid_to IS NULL OR h.valid_to > @today) AND (h.valid_to IS NULL OR h.valid_to > h.valid_from)
        """;

    private const string OpenSql = """
        SELECT id AS Id, official_id AS Official, created_at_ms AS CreatedAt, expires_at_ms AS ExpiresAt, seen_at_ms AS SeenAt,
          ended_at_ms AS EndedAt, user_agent AS UserAgent
        FROM session WHERE official_id = @official AND ended_at_ms IS NULL AND expires_at_ms > @now ORDER BY created_at_ms, id
        """;

    public async Task<ImmutableArray<StaffSeat>> Seats(IReadOnlyCollection<UnitFacts> units, CancellationToken cancellation = default)
    {
        var map = organisation.Current;
        var seats = units
            .SelectMany(unit => unit.Posts.Select(post => post.Seat).Concat(unit.Desk is { } desk ? [desk] : []).OrderBy(seat => seat.Value))
            .Select(seat => map.Seat(seat)!)
            .ToList();
        await using var connection = await store.Open(cancellation);
        var holders = (await connection.QueryAsync<HolderLine>(
                HolderSql, new { seats = Lists.In(seats.ConvertAll(seat => seat.Seat.Value)), today = OfficeDay.Today(time) }))
            .ToLookup(line => line.Seat);
        return [.. seats.Select(seat => new StaffSeat(
            seat.Seat, seat.Kind, seat.Role, seat.Title, map.Unit(seat.Unit!.Value)!.Ref, [.. holders[seat.Seat].Select(line => line.ToHolder())]))];
    }

    public async Task<StaffScene> Scene(SeatId? seat, IReadOnlyCollection<OfficialId> people, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var found = ImmutableArray.CreateBuilder<StaffPerson>();
        foreach (var official in people.Distinct())
        {
            if (await Person(connection, snapshot, official, now) is { } person)
                found.Add(person);
        }

        return new StaffScene
        {
            Today = OfficeDay.Of(now),
            Now = now,
            Head = await Head(connection, snapshot, StreamId.Organisation),
            Holdings = seat is { } id ? await Holdings(connection, snapshot, id) : [],
            People = found.ToImmutable(),
        };
    }

    public async Task<OfficialId?> Find(string signIn, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<OfficialId?>("SELECT id FROM official WHERE sign_in = @signIn", new { signIn });
    }

    private static async Task<ImmutableArray<SeatHolderRow>> Holdings(DbConnection connection, DbTransaction snapshot, SeatId seat) =>
    [
        .. await connection.QueryAsync<SeatHolderRow>(
            """
            SELECT seat_id AS Seat, official_id AS Official, valid_from AS ValidFrom, valid_to AS ValidTo
            FROM seat_holder WHERE seat_id = @seat ORDER BY official_id, valid_from
            """,
            new { seat },
            snapshot),
    ];

    private static async Task<StaffPerson?> Person(DbConnection connection, DbTransaction snapshot, OfficialId official, DateTimeOffset now)
    {
        if (await connection.QuerySingleOrDefaultAsync<OfficialRow>(OfficialSql, new { official }, snapshot) is not { } row)
            return null;
        var open = await connection.QueryAsync<SessionRow>(OpenSql, new { official, now }, snapshot);
        var units = await connection.QueryAsync<int?>(
            UnitsSql, new { official, person = (int)SeatKind.Person, today = OfficeDay.Of(now) }, snapshot);
        return new StaffPerson(
            row,
            await Head(connection, snapshot, StreamId.OfSessions(official)),
            [.. open],
            [.. units.Select(unit => unit is { } id ? new UnitId(id) : (UnitId?)null)]);
    }

    private static async Task<long> Head(DbConnection connection, DbTransaction snapshot, StreamId stream) =>
        await connection.QuerySingleOrDefaultAsync<long?>("SELECT position FROM stream_head WHERE stream = @stream", new { stream }, snapshot) ?? 0;

    private sealed record HolderLine
    {
        public required SeatId Seat { get; init; }

        public required OfficialId Official { get; init; }

        public required string Name { get; init; }

        public required string SignIn { get; init; }

        public required DateOnly ValidFrom { get; init; }

        public DateOnly? ValidTo { get; init; }

        public DateTimeOffset? DisabledAt { get; init; }

        public StaffHolder ToHolder() => new(Official, Name, SignIn, ValidFrom, ValidTo, DisabledAt is null);
    }
}
