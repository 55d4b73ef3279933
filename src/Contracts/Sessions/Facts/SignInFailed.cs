using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>A password was wrong.</summary>
/// <param name="Failures">Sign-ins in a row that have failed by then.</param>
/// <param name="LockedUntil">Until when the account takes no sign-in.</param>
/// <param name="StepUp">Given inside a session, where it counts towards no lock.</param>
public sealed record SignInFailed(int Failures, DateTimeOffset? LockedUntil, bool StepUp) : IFact
{
    public static string Kind => "session.signInFailed";
}
