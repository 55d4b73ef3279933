using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Nodes;

/// <summary>The nodes of the cluster, this one included; a node that is alone is the only one.</summary>
public interface INodes
{
    /// <summary>
    /// Every node that runs, by name, and those that have ended within <see cref="NodeLimits.FormerShown"/> and were not
    /// started again. They are asked at the same time, and the answer is there within <see cref="NodeLimits.AnswerMax"/>,
    /// whoever does not answer.
    /// </summary>
    Task<ImmutableArray<NodeReport>> Ask();

    /// <summary>
    /// Tells a node to drain and stop. False when it is not known whether the node has heard it. Idempotent; a
    /// node that is gone, or a newer process of that name, is left alone.
    /// </summary>
    /// <param name="name">The node.</param>
    /// <param name="orderedAt">When that was decided, by the database clock.</param>
    Task<bool> Stop(string name, DateTimeOffset orderedAt);

    /// <summary>
    /// Tells a node to serve on. False when it was too late or the node is gone; null when it is not known whether the node has
    /// heard it. Idempotent.
    /// </summary>
    /// <param name="name">The node.</param>
    /// <param name="orderedAt">When that was decided, by the database clock.</param>
    Task<bool?> Resume(string name, DateTimeOffset orderedAt);
}
