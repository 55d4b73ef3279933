using Orleans.Concurrency;
using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>Answers the other nodes for this one.</summary>
[Reentrant]
internal sealed class NodeService(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, NodeSelf self)
    : GrainService(id, silo, loggers), INodeService
{
    public Task<NodeReport> Report() => self.Report();

    public Task Stop(DateTimeOffset orderedAt)
    {
        self.Stop(orderedAt);
        return Task.CompletedTask;
    }

    public Task<bool> Resume(DateTimeOffset orderedAt) => Task.FromResult(self.Resume(orderedAt));
}
