namespace PartyRealtime.Contracts.Nodes;

/// <summary>One node of the cluster, or the one node that is alone.</summary>
/// <param name="Name">As operators read it; unique in the cluster.</param>
/// <param name="State">How it stands.</param>
/// <param name="Figures">What it measures; null for a node that does not answer or has ended.</param>
/// <param name="Drain">How its drain stands; null where none was ordered by an operator.</param>
[GenerateSerializer, Immutable, Alias("node-report")]
public sealed record NodeReport(
    [property: Id(0)] string Name,
    [property: Id(1)] NodeState State,
    [property: Id(2)] NodeFigures? Figures,
    [property: Id(3)] DrainReport? Drain = null);
