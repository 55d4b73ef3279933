using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>A session in use was extended.</summary>
public sealed record SessionRenewed() : IFact
{
    public static string Kind => "session.renewed";
}
