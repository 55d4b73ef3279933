namespace PartyRealtime.Contracts.Nodes;

/// <summary>A node shall stop: its people go to the others, what it has begun it ends.</summary>
/// <param name="Name">The node.</param>
/// <param name="Last">True also when nobody is left to serve or to decide.</param>
[GenerateSerializer, Immutable, Alias("drain-node")]
public sealed record DrainNode([property: Id(0)] string Name, [property: Id(1)] bool Last);
