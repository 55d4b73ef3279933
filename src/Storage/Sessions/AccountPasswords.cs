using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Storage.Sessions;

/// <summary>Gives accounts their password, from the command line of whoever runs the system.</summary>
public sealed class AccountPasswords(IStaffReads staff, ICommitWriter writer)
{
    /// <summary>
    /// Sets the hash, ends every session of the account and forgets failed sign-ins. False when there is no such
    /// account. A demo account becomes one of its own.
    /// </summary>
    public async Task<bool> Set(string signIn, string hash, CancellationToken cancellation = default)
    {
        if (await staff.Find(signIn, cancellation) is not { } official)
            return false;
        while (true)
        {
            // The row and the head that fences it are of one snapshot: who manages seats writes the row, too.
            var scene = await staff.Scene(null, [official], cancellation);
            var result = await writer.Write(CommitOf(scene.Person(official)!, hash, scene.Now), cancellation);
            if (result is CommitResult.Committed)
                return true;
            if (result is not CommitResult.PositionLost)
                throw new InvalidOperationException($"The password could not be stored: {result}.");
        }
    }

    private static Commit CommitOf(StaffPerson person, string hash, DateTimeOffset now) => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(StreamId.OfSessions(person.Row.Id), person.SessionsHead, [FactJson.Of(new PasswordSet(person.Open.Length))])],
        Rows =
        [
            person.Row with { PasswordHash = hash, Demo = false, Stamp = person.Row.Stamp + 1 },
            new SignInLockRow { Official = person.Row.Id, Failures = 0 },
            .. person.Open.Select(session => session with { EndedAt = now }),
        ],
    };
}
