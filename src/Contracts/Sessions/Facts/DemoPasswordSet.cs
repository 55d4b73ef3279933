using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>The demo accounts have a new password.</summary>
public sealed record DemoPasswordSet : IFact
{
    public static string Kind => "demo.passwordSet";
}
