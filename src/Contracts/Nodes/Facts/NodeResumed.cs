using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Nodes.Facts;

/// <summary>An operator has taken a node's drain back.</summary>
/// <param name="Name">The node.</param>
public sealed record NodeResumed(string Name) : IFact
{
    public static string Kind => "node.resumed";
}
