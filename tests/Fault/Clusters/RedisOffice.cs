using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Three nodes whose hints go by a Redis that holds the members too, and keeps what it holds.</summary>
public sealed class RedisOffice(PostgreSqlServer database) : IAsyncLifetime
{
    private RedisServer? _redis;
    private OfficeCluster? _cluster;

    public RedisServer Redis => _redis ?? throw new InvalidOperationException("Redis is not started.");

    public OfficeCluster Cluster => _cluster ?? throw new InvalidOperationException("The nodes are not started.");

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.Start(keeps: true);
        _cluster = new OfficeCluster(database) { Options = ["--membership", "redis", "--push", "redis", "--redis", _redis.Address] };
        await _cluster.InitializeAsync();
    }

    /// <summary>How many hints have gone from node to node by this way, over the nodes that run.</summary>
    public async Task<double> Sent(string way) => (await Task.WhenAll(Enumerable.Range(0, OfficeCluster.Nodes)
        .Select(node => Metric.Read(Cluster.Metrics(node), "push_sent_total", $"way=\"{way}\"")))).Sum();

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }
}
