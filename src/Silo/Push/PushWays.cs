namespace PartyRealtime.Silo.Push;

/// <summary>What every line of a node needs.</summary>
/// <param name="Self">This node.</param>
/// <param name="Link">By which hints go.</param>
/// <param name="Orleans">By which the nodes tell each other what they follow, whatever way the hints take.</param>
/// <param name="Here">What is followed on this node.</param>
internal sealed record PushWays(
    SiloAddress Self, INodeLink Link, OrleansLink Orleans, FollowedHere Here, PushMetrics Metrics, TimeProvider Time);
