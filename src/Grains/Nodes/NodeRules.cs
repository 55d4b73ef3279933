using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Contracts.Nodes.Facts;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Nodes;

/// <summary>Which node may be told to stop, and which to serve on, pure.</summary>
internal static class NodeRules
{
    /// <summary>
    /// A cluster keeps one node that is ready to serve people and one that is ready to decide, unless the request says
    /// that it shall not. A node that stops already may be told again.
    /// </summary>
    public static Outcome<NodeDrained> Drain(DrainNode request, ImmutableArray<NodeReport> nodes)
    {
        if (nodes.FirstOrDefault(one => one.Name == request.Name) is not { } node)
            return RefusalCode.NotInScope;
        if (node.Figures is not { } figures)
            return RefusalCode.NotAllowedNow;
        var others = nodes.Where(other => other.Name != node.Name && other.State == NodeState.Ready).ToList();
        var isLast = node.State != NodeState.Draining
            && ((figures.ServesPeople && !others.Any(other => other.Figures is { ServesPeople: true }))
                || (figures.Decides && !others.Any(other => other.Figures is { Decides: true })));
        if (isLast && !request.Last)
            return RefusalCode.LastReadyNode;
        return new NodeDrained(node.Name, figures.Version, isLast);
    }

    /// <summary>A drain is taken back as long as the node has not begun to stop.</summary>
    public static Outcome<NodeResumed> Resume(ResumeNode request, ImmutableArray<NodeReport> nodes)
    {
        if (nodes.FirstOrDefault(one => one.Name == request.Name) is not { } node)
            return RefusalCode.NotInScope;
        if (node is not { State: NodeState.Draining, Drain: { } drain } || drain.Step == DrainStep.Stopping)
            return RefusalCode.NotAllowedNow;
        return new NodeResumed(node.Name);
    }
}
