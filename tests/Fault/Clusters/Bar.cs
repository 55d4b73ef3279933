namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What is promised of a fault.</summary>
/// <param name="What">The words before the figure.</param>
/// <param name="Max">No figure may be longer.</param>
internal sealed record Bar(string What, TimeSpan Max);
