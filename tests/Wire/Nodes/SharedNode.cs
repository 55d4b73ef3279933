using PartyRealtime.WireTests.Nodes;

[assembly: AssemblyFixture(typeof(SharedNode))]

namespace PartyRealtime.WireTests.Nodes;

/// <summary>One node for all tests that leave it as they found it, or touch only accounts of their own.</summary>
public sealed class SharedNode : IAsyncLifetime
{
    private RunningNode? _node;

    public RunningNode Node => _node ?? throw new InvalidOperationException("The node is not started.");

    public async ValueTask InitializeAsync() => _node = await RunningNode.Start();

    public ValueTask DisposeAsync() => _node?.DisposeAsync() ?? ValueTask.CompletedTask;
}
