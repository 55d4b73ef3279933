using System.Collections.Immutable;

namespace PartyRealtime.Storage.Demo;

/// <summary>What simulated officials could do, for the living demo.</summary>
public interface ITrafficReads
{
    /// <summary>
    /// Up to <paramref name="max"/> next acts on the newest issued document's deliveries, spread over its units: to
    /// register, to assign, to open or to finish.
    /// </summary>
    Task<ImmutableArray<TrafficTask>> Next(int max, CancellationToken cancellation = default);
}
