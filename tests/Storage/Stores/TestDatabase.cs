using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

/// <summary>An empty database of one kind, and the nodes a test starts on it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly List<TestNode> nodes = [];

    protected string Folder { get; } = Directory.CreateTempSubdirectory("partyrealtime-test-").FullName;

    public abstract StoreKind Kind { get; }

    /// <summary>Starts a further node on the same database; its data directory is its own on PostgreSQL.</summary>
    public async Task<TestNode> Node(TimeProvider? clock = null)
    {
        var node = await TestNode.Start(await OptionsOf(nodes.Count), clock);
        nodes.Add(node);
        return node;
    }

    /// <summary>Stops a node before the test's end.</summary>
    public async Task Stop(TestNode node)
    {
        nodes.Remove(node);
        await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await Drop();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public abstract Task<StoreOptions> OptionsOf(int node);

    /// <summary>Changes the database behind the program's back.</summary>
    public abstract Task Execute(string sql);

    protected abstract Task Drop();
}
