using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Nodes;

/// <summary>Puts what operators do to the nodes in order; one for the cluster, under the key 0.</summary>
[Alias("Inodes-grain")]
[GrainInterfaceType("i-nodes")]
public interface INodesGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Tells a node to stop, once the order is durable. Refuses NotInScope for an unknown node, LastReadyNode unless the
    /// request asks for it, NotAllowedNow for a node that does not answer, and UnknownOutcome when the order is written
    /// but the node may not have heard it: the same command tells it again.
    /// </summary>
    [Alias("drain")]
    Task<Outcome<Receipt>> Drain(CommandContext context, DrainNode request);

    /// <summary>
    /// Takes a drain back, once that is durable. Refuses NotInScope for an unknown node, NotAllowedNow for one that is not
    /// drained, stops already or does not answer, and UnknownOutcome when it is written but the node may not have heard it: the
    /// same command tells it again.
    /// </summary>
    [Alias("resume")]
    Task<Outcome<Receipt>> Resume(CommandContext context, ResumeNode request);
}
