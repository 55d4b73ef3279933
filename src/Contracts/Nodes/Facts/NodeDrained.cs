using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Nodes.Facts;

/// <summary>An operator has told a node to stop.</summary>
/// <param name="Name">The node.</param>
/// <param name="Version">The program that it ran; null when it had not said.</param>
/// <param name="Last">Whether nobody was left to serve or to decide.</param>
public sealed record NodeDrained(string Name, string? Version, bool Last) : IFact
{
    public static string Kind => "node.drained";
}
