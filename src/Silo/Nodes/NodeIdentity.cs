using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Nodes;

/// <summary>What a node is called and what it does.</summary>
internal sealed record NodeIdentity(string Name, NodeRoles Roles)
{
    /// <param name="cluster">Null for a node that is alone, which is called as its machine is and does everything.</param>
    public static NodeIdentity Of(ClusterSettings? cluster) => cluster is null
        ? new NodeIdentity(Environment.MachineName, NodeRoles.Web | NodeRoles.Silo)
        : new NodeIdentity(cluster.Node, cluster.Roles);
}
