namespace PartyRealtime.Contracts.Nodes;

/// <summary>A node that was told to stop shall serve on: its drain is taken back.</summary>
/// <param name="Name">The node.</param>
[GenerateSerializer, Immutable, Alias("resume-node")]
public sealed record ResumeNode([property: Id(0)] string Name);
