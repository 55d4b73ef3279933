using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>Failed sign-ins in a row of one account, and until when it is locked because of them.</summary>
public sealed record SignInLockRow : IRow
{
    public required OfficialId Official { get; init; }

    /// <summary>In a row; a success sets it to 0.</summary>
    public required int Failures { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }
}
