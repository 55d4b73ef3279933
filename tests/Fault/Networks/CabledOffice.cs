using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Networks;

/// <summary>
/// Three nodes, each at a cable of its own, and a PostgreSQL that they reach by theirs. Where the machine allows no such
/// networks there is the reason instead, and the tests are not run.
/// </summary>
public sealed class CabledOffice : IAsyncLifetime
{
    private PostgreSqlServer? _database;

    public Cables Cables { get; private set; } = null!;

    public OfficeCluster Cluster { get; private set; } = null!;

    /// <summary>Why there are no cables; empty when there are.</summary>
    public string Forbidden { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Cables.Lay(OfficeCluster.Nodes, out var reason) is not { } cables)
        {
            Forbidden = reason;
            return;
        }

        Cables = cables;
        _database = new PostgreSqlServer { Address = cables.Database };
        Cluster = new OfficeCluster(_database) { Cables = cables, BeginsEmpty = true };
        await Cluster.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        Cables?.Dispose();
    }
}
