using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>Four nodes whose hints go by the calls between silos.</summary>
public sealed class OrleansPushNodes : IAsyncLifetime
{
    private PushNodes? _nodes;

    internal PushNodes Nodes => _nodes ?? throw new InvalidOperationException("The nodes are not started.");

    public async ValueTask InitializeAsync() => _nodes = await PushNodes.Start(PushBusSuite.NodesStarted, PushLinkKind.Orleans);

    public ValueTask DisposeAsync() => _nodes?.DisposeAsync() ?? ValueTask.CompletedTask;
}
