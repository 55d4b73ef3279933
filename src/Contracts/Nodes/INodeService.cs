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
    /// This node is drained: its people are moved to others, and then it stops, as after SIGTERM. Begins once this answer is on
    /// its way. Idempotent. Nothing happens when its process began more than <see cref="NodeLimits.ClocksApartMax"/> after
    /// <paramref name="orderedAt"/>, and when that order was taken back.
    /// </summary>
    [Alias("stop"), ResponseTimeout("00:00:03")]
    Task Stop(DateTimeOffset orderedAt);

    /// <summary>
    /// The drain is taken back: this node serves on. False when it is too late for that. Idempotent; a drain that was ordered
    /// after <paramref name="orderedAt"/> goes on.
    /// </summary>
    [Alias("resume"), ResponseTimeout("00:00:03")]
    Task<bool> Resume(DateTimeOffset orderedAt);
}
