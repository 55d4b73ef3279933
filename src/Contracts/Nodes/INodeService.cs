using Orleans.Services;

namespace PartyRealtime.Contracts.Nodes;

/// <summary>By which a node is asked how it stands; one on each.</summary>
[Alias("node-service")]
public interface INodeService : IGrainService
{
    /// <summary>How this node stands.</summary>
    [Alias("report"), ResponseTimeout("00:00:01")]
    Task<NodeReport> Report();

    /// <summary>
    /// This node stops, as after SIGTERM, once this answer is on its way. Idempotent. Nothing happens when its process
    /// began more than <see cref="NodeLimits.ClocksApartMax"/> after <paramref name="orderedAt"/>.
    /// </summary>
    [Alias("stop"), ResponseTimeout("00:00:03")]
    Task Stop(DateTimeOffset orderedAt);
}
