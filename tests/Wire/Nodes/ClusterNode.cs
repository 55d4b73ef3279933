using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Nodes;

/// <summary>A member of a cluster in this process, on a PostgreSQL of the test's, with the smallest organisation.</summary>
public sealed class ClusterNode : IAsyncDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly bool _ownsDatabase;

    private ClusterNode(PostgreSqlDatabase database, bool ownsDatabase, RunningNode node, string name, int operationsPort) =>
        (_database, _ownsDatabase, Node, Name, OperationsPort) = (database, ownsDatabase, node, name, operationsPort);

    public RunningNode Node { get; }

    /// <summary>As operators read it.</summary>
    public string Name { get; }

    public int OperationsPort { get; }

    /// <summary>The first node of a new cluster, on a database of its own.</summary>
    public static Task<ClusterNode> Start(PostgreSqlServer server) => Start(new PostgreSqlDatabase(server), ownsDatabase: true, "node-1");

    /// <summary>Another node of the same cluster, to be ended before this one.</summary>
    public Task<ClusterNode> Join(string name) => Start(_database, ownsDatabase: false, name);

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        if (_ownsDatabase)
            await _database.DisposeAsync();
    }

    private static async Task<ClusterNode> Start(PostgreSqlDatabase database, bool ownsDatabase, string name)
    {
        StoreOptions store = await database.OptionsOf(0);
        var operations = LoopbackPorts.Free();
        var node = await RunningNode.Start(settings => settings with
        {
            Store = store.PostgreSql,
            OperationsPort = operations,
            Files = Path.Combine(store.DataDirectory, "files"),
            Cluster = new ClusterSettings { Name = database.Name, Node = name, Store = store.PostgreSql! },
        });
        return new ClusterNode(database, ownsDatabase, node, name, operations);
    }
}
