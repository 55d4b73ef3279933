using System.Collections.Immutable;

namespace PartyRealtime.Storage.Nodes;

/// <summary>
/// Who else decides on this database. Members of one cluster put each thing's acts in order; another cluster, or a node
/// that is alone, does not ask them. Positions keep the tables right even then, but screens learn nothing of the others'
/// commits but by the poll of heads.
/// </summary>
public interface IOtherDeciders
{
    /// <summary>
    /// The names of other clusters with a node that is connected now, and MACHINE/PROCESS for nodes that are alone; in
    /// order, each once. Empty on SQLite. A node that connects as another user of the database may not be seen.
    /// </summary>
    Task<ImmutableArray<string>> Read(CancellationToken cancellation = default);
}
