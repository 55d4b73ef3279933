using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>Four nodes whose hints go by a real Redis, as soon as they are made.</summary>
public sealed class RedisPushNodes : IAsyncLifetime
{
    private RedisServer? _redis;
    private PushNodes? _nodes;

    internal PushNodes Nodes => _nodes ?? throw new InvalidOperationException("The nodes are not started.");

    internal RedisServer Redis => _redis ?? throw new InvalidOperationException("Redis is not started.");

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.Start();
        _nodes = await PushNodes.Start(PushBusSuite.NodesStarted, PushLinkKind.Redis, _redis.Address);
        await _nodes.GoBy("redis");
    }

    public async ValueTask DisposeAsync()
    {
        if (_nodes is not null)
            await _nodes.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }
}
