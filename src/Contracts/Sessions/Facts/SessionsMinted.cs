using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>Sessions of demo accounts were made from the command line.</summary>
public sealed record SessionsMinted(int Sessions) : IFact
{
    public static string Kind => "session.minted";
}
