namespace PartyRealtime.Silo.Hosting;

/// <summary>How gently a node is drained.</summary>
public sealed record DrainOptions
{
    /// <summary>
    /// How long the node, not ready any more, still takes whoever comes: until an answer that promised the end is on its way, and
    /// whoever sends people here has seen it.
    /// </summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Connections moved a second. The other nodes take in as many beside what they do: three of them on two processors took 3,000
    /// that came at once within 6 s (the storm in tests/Fault).
    /// </summary>
    public int PerSecond { get; init; } = 400;

    /// <summary>How often some are moved.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What has not gone by so long after it should have is told by the stop itself.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);
}
