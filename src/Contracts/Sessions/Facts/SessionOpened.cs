using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>A person signed in.</summary>
public sealed record SessionOpened() : IFact
{
    public static string Kind => "session.opened";
}
