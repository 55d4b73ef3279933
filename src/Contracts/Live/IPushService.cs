using System.Collections.Immutable;
using Orleans.Services;

namespace PartyRealtime.Contracts.Live;

/// <summary>A node's ear for the other nodes of the cluster; one on each.</summary>
[Alias("push-service")]
public interface IPushService : IGrainService
{
    /// <summary>Hints for whoever is connected here; at most once, in no order. What does not fit the queue is dropped and counted.</summary>
    [Alias("push"), ResponseTimeout("00:00:03")]
    Task Push(ImmutableArray<PushEnvelope> hints);

    /// <summary>
    /// What is followed on another node. False when changes are missing between what is known here and this one: the
    /// sender then sends everything.
    /// </summary>
    [Alias("follow"), ResponseTimeout("00:00:03")]
    Task<bool> Follow(FollowedChange change);
}
