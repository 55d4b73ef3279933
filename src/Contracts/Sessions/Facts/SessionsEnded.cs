using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>Sessions were ended by their owner or by the limit on their number.</summary>
public sealed record SessionsEnded(int Sessions) : IFact
{
    public static string Kind => "session.ended";
}
