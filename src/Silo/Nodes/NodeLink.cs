using Orleans.Runtime.Services;
using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>The calls from this node to another one.</summary>
internal sealed class NodeLink(IServiceProvider services) : GrainServiceClient<INodeService>(services)
{
    public Task<NodeReport> Report(SiloAddress node) => GetGrainService(node).Report();

    public Task Stop(SiloAddress node, DateTimeOffset orderedAt) => GetGrainService(node).Stop(orderedAt);

    public Task<bool> Resume(SiloAddress node, DateTimeOffset orderedAt) => GetGrainService(node).Resume(orderedAt);
}
