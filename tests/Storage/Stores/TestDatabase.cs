using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

/// <summary>An empty database of one kind, and the nodes a test starts on it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly List<TestNode> nodes = [];
    private readonly ManualClock clock = new();
    private DateTimeOffset? now;
    private int started;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("partyrealtime-test-").FullName;

    public abstract StoreKind Kind { get; }

    /// <summary>A new id, as an expression of this database's SQL.</summary>
    public string NewUuid => Kind == StoreKind.Sqlite ? "randomblob(16)" : "gen_random_uuid()";

    /// <summary>Starts a further node on the same database; its data directory is its own on PostgreSQL.</summary>
    public async Task<TestNode> Node(TimeProvider? time = null)
    {
        var node = await TestNode.Start(await OptionsOf(started++), time ?? (now is null ? null : clock));
        nodes.Add(node);
        if (now is { } instant)
            await StopDatabaseClock(instant);
        return node;
    }

    /// <summary>Stops the store's clock at this instant. The first time it must be called before the first node starts.</summary>
    public async Task SetClock(DateTimeOffset instant)
    {
        now = instant;
        clock.Set(instant);
        if (nodes.Count > 0)
            await StopDatabaseClock(instant);
    }

    /// <summary>Stops a node before the test's end.</summary>
    public async Task Stop(TestNode node)
    {
        nodes.Remove(node);
        await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
        await Drop();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public abstract Task<StoreOptions> OptionsOf(int node);

    /// <summary>Changes the database behind the program's back.</summary>
    public abstract Task Execute(string sql);

    /// <summary>
    /// How many deadlocks the database has ended so far: all of them, once no node is connected any more. A store with one writing
    /// thread knows none.
    /// </summary>
    public virtual Task<long> Deadlocks() => Task.FromResult(0L);

    /// <summary>Keeps every commit waiting until the answer is disposed, for less than the writers' patience.</summary>
    public abstract Task<IAsyncDisposable> HoldWrites();

    protected abstract Task StopDatabaseClock(DateTimeOffset instant);

    protected abstract Task Drop();
}
