using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Sessions;

/// <summary>Makes open sessions of demo accounts without their password, for load tests. Real accounts get none.</summary>
public sealed class SessionMint(IReadStore store, ICommitWriter writer, TimeProvider time)
{
    private const int SessionsPerCommit = 1_000;

    private const string OfficialsSql = """
        SELECT o.id, o.sign_in, s.id, s.unit_id
        FROM official o JOIN seat_holder h ON h.official_id = o.id JOIN seat s ON s.id = h.seat_id
        WHERE o.demo = 1 AND o.disabled_at_ms IS NULL AND s.kind <> 3 AND s.unit_id IS NOT NULL AND (@role = 0 OR s.role = @role)
        ORDER BY o.id, s.id
        """;

    /// <summary>
    /// One session a person in the order of their ids, then a second one each, until there are <paramref name="users"/>.
    /// Empty when there are no such demo accounts.
    /// </summary>
    /// <param name="users">How many sessions.</param>
    /// <param name="role">The role of the seat that the person holds; null for any.</param>
    /// <param name="newSession">Gives SHA-256 of a new token, once for each session and in order.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    public async Task<ImmutableArray<MintedSession>> Mint(
        int users, SeatRole? role, Func<byte[]> newSession, CancellationToken cancellation = default)
    {
        var people = await People(role, cancellation);
        var minted = ImmutableArray.CreateBuilder<MintedSession>();
        while (people.Count > 0 && minted.Count < users)
            minted.AddRange(people.Take(users - minted.Count).Select(person => person with { Session = newSession() }));
        foreach (var chunk in minted.Chunk(SessionsPerCommit))
            await Write(chunk, cancellation);
        return minted.ToImmutable();
    }

    private async Task<List<MintedSession>> People(SeatRole? role, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var desks = (await connection.QueryAsync<(int Unit, int Seat)>("SELECT unit_id, id FROM seat WHERE kind = 1 AND unit_id IS NOT NULL"))
            .ToDictionary(desk => desk.Unit, desk => desk.Seat);
        var rows = await connection.QueryAsync<(int Id, string SignIn, int Seat, int Unit)>(OfficialsSql, new { role = (int?)role ?? 0 });
        return [.. rows.DistinctBy(row => row.Id).Select(row => new MintedSession(
            row.SignIn, new OfficialId(row.Id), new SeatId(desks.GetValueOrDefault(row.Unit, row.Seat)), []))];
    }

    private async Task Write(MintedSession[] sessions, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var commit = new Commit
        {
            By = Actor.System,
            Appends = [new StreamAppend(
                new StreamId(DerivedId.From("minted-sessions", 0, Guid.NewGuid())), 0, [FactJson.Of(new SessionsMinted(sessions.Length))])],
            Rows = [.. sessions.Select(session => new SessionRow
            {
                Id = session.Session,
                Official = session.Official,
                CreatedAt = now,
                SeenAt = now,
                ExpiresAt = now + SessionLimits.LifeMax,
                UserAgent = "mint-sessions",
            })],
        };
        var result = await writer.Write(commit, cancellation);
        if (result is not CommitResult.Committed)
            throw new InvalidOperationException($"The sessions could not be stored: {result}.");
    }
}
