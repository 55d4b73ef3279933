using Npgsql;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>A database of its own whose node is led there through a proxy that breaks connections.</summary>
internal sealed class CutDatabase : IAsyncDisposable
{
    private CutDatabase(CuttingProxy proxy, PostgreSqlDatabase database, TestNode node) => (Proxy, Database, Node) = (proxy, database, node);

    public CuttingProxy Proxy { get; }

    public PostgreSqlDatabase Database { get; }

    public TestNode Node { get; }

    public static async Task<CutDatabase> Open(PostgreSqlServer server)
    {
        // The server has its port once it runs.
        await server.NewDatabase();
        var proxy = new CuttingProxy(server.Port);
        var database = new PostgreSqlDatabase(server, text => new NpgsqlConnectionStringBuilder(text) { Port = proxy.Port }.ToString());
        return new CutDatabase(proxy, database, await database.Node());
    }

    public async ValueTask DisposeAsync()
    {
        Proxy.Heal();
        await Database.DisposeAsync();
        await Proxy.DisposeAsync();
    }
}
