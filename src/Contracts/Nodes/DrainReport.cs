namespace PartyRealtime.Contracts.Nodes;

/// <summary>How a drain stands.</summary>
/// <param name="Step">How far it has come.</param>
/// <param name="Since">When it began, by the node's clock.</param>
/// <param name="Connections">Connections that the node had then.</param>
/// <param name="Left">Those that it has now, at most <paramref name="Connections"/>.</param>
/// <param name="PerSecond">How many it moves a second, at most.</param>
[GenerateSerializer, Immutable, Alias("drain-report")]
public sealed record DrainReport(
    [property: Id(0)] DrainStep Step,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] int Connections,
    [property: Id(3)] int Left,
    [property: Id(4)] int PerSecond);
