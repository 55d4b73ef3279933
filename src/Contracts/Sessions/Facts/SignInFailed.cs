using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>A password was wrong.</summary>
public sealed record SignInFailed(int Failures, DateTimeOffset? LockedUntil, bool StepUp) : IFact
{
    public static string Kind => "session.signInFailed";
}
