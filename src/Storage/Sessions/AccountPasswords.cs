using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Sessions;

/// <summary>Gives accounts their password, from the command line of whoever runs the system.</summary>
public sealed class AccountPasswords(IReadStore store, ICommitWriter writer, ISessionReads sessions, TimeProvider time)
{
    private const string OfficialSql = """
        SELECT id AS Id, sign_in AS SignIn, name AS Name, clearance AS Clearance, demo AS Demo, password_hash AS PasswordHash,
          disabled_at_ms AS DisabledAt, stamp AS Stamp
        FROM official WHERE sign_in = @signIn
        """;

    /// <summary>
    /// Sets the hash, ends every session of the account and forgets failed sign-ins. False when there is no such
    /// account. A demo account becomes one of its own.
    /// </summary>
    public async Task<bool> Set(string signIn, string hash, CancellationToken cancellation = default)
    {
        while (true)
        {
            await using var connection = await store.Open(cancellation);
            var official = await connection.QuerySingleOrDefaultAsync<OfficialRow>(OfficialSql, new { signIn });
            if (official is null)
                return false;
            var now = time.GetUtcNow();
            var state = await sessions.State(official.Id, now, cancellation);
            var result = await writer.Write(CommitOf(official, state, hash, now), cancellation);
            if (result is CommitResult.Committed)
                return true;
            if (result is not CommitResult.PositionLost)
                throw new InvalidOperationException($"The password could not be stored: {result}.");
        }
    }

    private static Commit CommitOf(OfficialRow official, SessionState state, string hash, DateTimeOffset now) => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(StreamId.OfSessions(official.Id), state.Head, [FactJson.Of(new PasswordSet(state.Open.Length))])],
        Rows =
        [
            official with { PasswordHash = hash, Demo = false, Stamp = official.Stamp + 1 },
            new SignInLockRow { Official = official.Id, Failures = 0 },
            .. state.Open.Select(session => session with { EndedAt = now }),
        ],
    };
}
