using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// A web edge that hosts no grain of ours, and two silos that no person reaches; the Redis that hints shall go by is nowhere,
/// from the first second on.
/// </summary>
public sealed class EdgeOffice(PostgreSqlServer database) : IAsyncLifetime
{
    public const int Edge = 0;

    public OfficeCluster Cluster { get; } = new(database)
    {
        Silos = [1, 2],
        Options = ["--push", "redis", "--redis", RedisServer.Nowhere()],
    };

    public ValueTask InitializeAsync() => Cluster.InitializeAsync();

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
