using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Sessions;

internal sealed class SessionReads(IReadStore store) : ISessionReads
{
    private const string SessionColumns = """
        id AS Id, official_id AS Official, created_at_ms AS CreatedAt, expires_at_ms AS ExpiresAt, seen_at_ms AS SeenAt,
        ended_at_ms AS EndedAt, user_agent AS UserAgent
        """;

    private const string AccountColumns = "id AS Official, demo AS Demo, password_hash AS PasswordHash";

    public async Task<SignInAccount?> Account(string signIn, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<SignInAccount>(
            $"SELECT {AccountColumns} FROM official WHERE sign_in = @signIn AND disabled_at_ms IS NULL", new { signIn });
    }

    public async Task<SignInAccount?> Account(OfficialId official, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<SignInAccount>(
            $"SELECT {AccountColumns} FROM official WHERE id = @official AND disabled_at_ms IS NULL", new { official });
    }

    public async Task<SessionRecord?> Find(byte[] id, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var session = await connection.QuerySingleOrDefaultAsync<SessionRecord>(
            """
            SELECT o.id AS Official, o.sign_in AS SignIn, o.name AS Name, o.clearance AS Clearance, o.demo AS Demo,
              o.stamp AS Stamp, s.created_at_ms AS CreatedAt, s.seen_at_ms AS SeenAt, s.expires_at_ms AS ExpiresAt
            FROM session s JOIN official o ON o.id = s.official_id
            WHERE s.id = @id AND s.ended_at_ms IS NULL AND s.expires_at_ms > @now AND o.disabled_at_ms IS NULL
            """,
            new { id, now });
        return session is null ? null : session with { Seats = await Seats(connection, session.Official) };
    }

    public async Task<IReadOnlyList<SessionPulse>> Pulses(
        IReadOnlyCollection<byte[]> ids, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await store.OpenApart(cancellation);
        return [.. await connection.QueryAsync<SessionPulse>(
            """
            SELECT s.id AS Id, o.stamp AS Stamp
            FROM session s JOIN official o ON o.id = s.official_id
            WHERE s.id IN @ids AND s.ended_at_ms IS NULL AND s.expires_at_ms > @now AND o.disabled_at_ms IS NULL
            """,
            new { ids = Lists.In(ids), now })];
    }

    public async Task<ImmutableArray<SessionRow>> OfOfficial(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. (await Open(connection, null, official, now)).Reverse()];
    }

    public async Task<SessionState> State(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var head = await connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT position FROM stream_head WHERE stream = @stream", new { stream = StreamId.OfSessions(official) }, snapshot);
        var locked = await connection.QuerySingleOrDefaultAsync<SignInLockRow>(
            "SELECT official_id AS Official, failures AS Failures, locked_until_ms AS LockedUntil FROM sign_in_lock WHERE official_id = @official",
            new { official },
            snapshot);
        var enabled = await connection.QuerySingleAsync<long>(
            "SELECT count(*) FROM official WHERE id = @official AND disabled_at_ms IS NULL", new { official }, snapshot);
        return new SessionState(
            head ?? 0,
            locked ?? new SignInLockRow { Official = official, Failures = 0 },
            IsDisabled: enabled == 0,
            [.. await Open(connection, snapshot, official, now)]);
    }

    public async Task<PreferenceRow> Preferences(OfficialId official, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<PreferenceRow>(
            "SELECT official_id AS Official, theme AS Theme, density AS Density, locale AS Locale FROM preference WHERE official_id = @official",
            new { official })
            ?? new PreferenceRow { Official = official, Theme = "system", Density = "normal", Locale = "vi" };
    }

    private static Task<IEnumerable<SessionRow>> Open(
        DbConnection connection, DbTransaction? snapshot, OfficialId official, DateTimeOffset now) =>
        connection.QueryAsync<SessionRow>(
            $"""
            SELECT {SessionColumns} FROM session
            WHERE official_id = @official AND ended_at_ms IS NULL AND expires_at_ms > @now
            ORDER BY created_at_ms, id
            """,
            new { official, now },
            snapshot);

    /// <summary>A seat in a unit that is no more is held by nobody.</summary>
    private static async Task<ImmutableArray<SeatSpan>> Seats(DbConnection connection, OfficialId official)
    {
        var rows = await connection.QueryAsync<SeatLine>(
            """
            SELECT s.id AS Seat, s.kind AS Kind, s.role AS Role, s.unit_id AS Unit, s.title AS Title,
              h.valid_from AS ValidFrom, h.valid_to AS ValidTo, u.valid_to AS UnitValidTo
            FROM seat_holder h JOIN seat s ON s.id = h.seat_id LEFT JOIN unit u ON u.id = s.unit_id
            WHERE h.official_id = @official ORDER BY s.id, h.valid_from
            """,
            new { official });
        return [.. rows.Select(row => row.ToSpan())];
    }

    private sealed record SeatLine
    {
        public required SeatId Seat { get; init; }

        public required SeatKind Kind { get; init; }

        public required SeatRole Role { get; init; }

        public UnitId? Unit { get; init; }

        public required string Title { get; init; }

        public required DateOnly ValidFrom { get; init; }

        public DateOnly? ValidTo { get; init; }

        public DateOnly? UnitValidTo { get; init; }

        public SeatSpan ToSpan()
        {
            var end = (ValidTo, UnitValidTo) switch
            {
                ({ } seat, { } unit) => seat < unit ? seat : unit,
                var (seat, unit) => seat ?? unit,
            };
            return new SeatSpan(new HeldSeat(Seat, Kind, Role, Unit, Title), ValidFrom, end);
        }
    }
}
