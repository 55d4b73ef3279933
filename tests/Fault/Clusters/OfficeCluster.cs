using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dapper;
using Npgsql;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.FaultTests.Networks;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// Three nodes as processes of their own on one real PostgreSQL, with the project's default settings, and people with
/// sessions. A node keeps its port and its folder when it is killed and started again.
/// </summary>
public sealed class OfficeCluster(PostgreSqlServer database) : IAsyncLifetime
{
    public const int Nodes = 3;

    /// <summary>The name that its nodes know the cluster by.</summary>
    private const string Name = "fault";

    /// <summary>A node that says nothing for so long is declared dead (decision 0023).</summary>
    private static readonly TimeSpan SilentMax = TimeSpan.FromSeconds(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("partyrealtime-cluster-").FullName;
    private readonly ServerProcess?[] _servers = new ServerProcess?[Nodes];
    private readonly int[] _ports = FreePorts(Nodes * 2);
    private readonly int[] _operationsPorts = new int[Nodes];
    private KilledRedis? _redis;
    private string _name = "";

    public PostgreSqlServer Database => database;

    /// <summary>Where the nodes that serve people answer, running or not.</summary>
    public IReadOnlyList<Uri> Urls => [.. Enumerable.Range(0, Nodes).Except(Silos).Select(node => new Uri($"http://{AddressOf(node)}:{_ports[node]}"))];

    /// <summary>The cookies of people who write each other.</summary>
    public IReadOnlyList<string> Sessions { get; private set; } = [];

    /// <summary>Where operators read the node's metrics.</summary>
    public Uri Metrics(int node) => MetricsAt(_operationsPorts[node]);

    internal static Uri MetricsAt(int operationsPort) => new($"http://127.0.0.1:{operationsPort}/metrics");

    public ServerProcess Server(int node) => _servers[node] ?? throw new InvalidOperationException($"Node {node + 1} does not run.");

    /// <summary>
    /// More options for every node, such as a Redis; where they name none, a <see cref="KilledRedis"/> if the suite is told so.
    /// </summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The last nodes of all, where they are silos without people; the ones before them are edges without grains then.</summary>
    public IReadOnlyList<int> Silos { get; init; } = [];

    /// <summary>The build that nodes are started of from now on.</summary>
    public string Program { get; set; } = ServerProcess.Built;

    /// <summary>What each node finds in its environment, by its number.</summary>
    public Func<int, IReadOnlyDictionary<string, string>> Environment { get; init; } = _ => new Dictionary<string, string>();

    /// <summary>Whether the first node finds an empty database and makes it all, as a first start does; else it is there.</summary>
    public bool BeginsEmpty { get; init; }

    /// <summary>Cables that can be cut; null for nodes on loopback. The database must listen at their end.</summary>
    public Cables? Cables { get; init; }

    /// <summary>How many people have sessions.</summary>
    public int People { get; init; } = 60;

    /// <summary>The name by which the nodes know this one.</summary>
    public static string NameOf(int node) => "node-" + Text(node);

    /// <summary>The address by which the other nodes and people reach a node.</summary>
    public IPAddress AddressOf(int node) => Cables?.AddressOf(node) ?? IPAddress.Loopback;

    public async ValueTask InitializeAsync()
    {
        _name = await (BeginsEmpty ? database.NewDatabase() : Grown.Database(database));
        _redis = await KilledRedis.StartIfAsked(Options);
        await Start(0);
        await Task.WhenAll(Enumerable.Range(1, Nodes - 1).Select(Start));
        Sessions = await Mint(People);
        await (_redis?.Kill() ?? Task.CompletedTask);
        // Demo accounts work on loopback alone; here people are on another address.
        if (Cables is not null)
            await database.Execute(_name, "UPDATE official SET demo = 0");
    }

    public async Task Start(int node)
    {
        _operationsPorts[node] = FreePorts(1)[0];
        var address = AddressOf(node).ToString();
        string[] elsewhere = Cables is null ? [] : ["--listen", address, "--silo-listen", address];
        var isSilo = Silos.Contains(node);
        string[] part = Silos.Count == 0 ? [] : ["--roles", isSilo ? "silo" : "web"];
        string[] people = isSilo ? [] : ["--port", Text(_ports[node]), "--size", "S1"];
        _servers[node] = await ServerProcess.StartOf(
            isSilo ? ServerProcess.BuiltSilo : Program,
            Cables?.Through(node) ?? [],
            Environment(node),
            Path.Combine(_folder, "node" + Text(node)),
            [
                "--cluster", Name, "--node", NameOf(node), "--store", StoreText, "--files", Path.Combine(_folder, "files"),
                "--operations-port", Text(_operationsPorts[node]), "--silo-port", Text(_ports[Nodes + node]),
                .. people, .. part, .. elsewhere, .. Options, .. _redis?.Options ?? [],
            ]);
    }

    /// <summary>
    /// One more node on the same database that belongs to another cluster and so decides without asking the others; its
    /// address. Ended with the returned process.
    /// </summary>
    /// <param name="operationsPort">Where its metrics are read; null for nowhere.</param>
    public Task<ServerProcess> Stranger(int? operationsPort = null) => ServerProcess.Start(
        Path.Combine(_folder, "stranger"),
        [
            "--cluster", "stranger", "--node", "stranger", "--store", StoreText, "--files", Path.Combine(_folder, "files"), "--no-seed",
            .. operationsPort is { } port ? new[] { "--operations-port", Text(port) } : [],
        ]);

    /// <summary>How many members have been declared dead so far.</summary>
    public async Task<long> Dead() => (await Query<long>("SELECT count(*) FROM cluster_member WHERE status = 6 AND cluster = @Name", new { Name }))[0];

    /// <summary>
    /// No process has ended, and nobody was declared dead since there were so many. All nodes run afterwards, so that
    /// only the test fails that lost one.
    /// </summary>
    public async Task AssertNobodyDied(long before)
    {
        var ended = Ended.Select(server => server.Output).ToList();
        var dead = await Dead() - before;
        await Mend();
        Assert.Empty(ended);
        Assert.Equal(0, dead);
    }

    /// <summary>
    /// Makes a fault by which nobody may die. Where this machine stood still for as long as a node may be silent, it was right
    /// to declare one dead: in that case alone the fault is made once more.
    /// </summary>
    /// <param name="fault">Makes it; how many had been declared dead before, and how long nothing ran on this machine at the longest.</param>
    internal async Task NobodyDies(ITestOutputHelper output, Func<Task<(long Dead, TimeSpan StoodStill)>> fault)
    {
        var (dead, stoodStill) = await fault();
        if (stoodStill >= SilentMax && (Ended.Any() || await Dead() > dead))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"nothing ran on this machine for {stoodStill.TotalSeconds:0.0} s, and a node was declared dead: once more"));
            await Mend();
            (dead, _) = await fault();
        }

        await AssertNobodyDied(dead);
    }

    /// <summary>
    /// Starts what does not run, so that the next test finds all nodes; the first alone where none runs. A node that a test
    /// left standing still is killed before: the others have declared it dead.
    /// </summary>
    public async Task Mend()
    {
        var missing = Enumerable.Range(0, Nodes).Where(node => _servers[node] is not { HasExited: false, IsSuspended: false }).ToList();
        foreach (var node in missing)
        {
            if (_servers[node] is { } ended)
                await ended.DisposeAsync();
            // If it does not start, that is what the test says, and not that there is no process.
            _servers[node] = null;
        }

        if (missing.Count == Nodes)
        {
            await Start(missing[0]);
            missing.RemoveAt(0);
        }

        await Task.WhenAll(missing.Select(Start));
    }

    public async Task Kill(int node) => await Server(node).Kill();

    /// <summary>SIGTERM until the process is gone; its exit code and how long that took.</summary>
    public async Task<(int Exit, TimeSpan Took)> Drain(int node)
    {
        var began = Stopwatch.GetTimestamp();
        var exit = await Server(node).Stop();
        return (exit, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>How long the cluster took to declare the node dead, from now on.</summary>
    public async Task<TimeSpan> DeclaredDead(int node, TimeSpan max)
    {
        var began = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(max);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            var living = await Query<long>(
                "SELECT count(*) FROM cluster_member WHERE silo_name = @name AND status <> 6", new { name = NameOf(node) });
            if (living[0] == 0)
                break;
        }

        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>A connection of the test's own, not opened yet.</summary>
    internal NpgsqlConnection Connection() => database.Connection(_name);

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null)
    {
        await using var connection = Connection();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            if (server is not null)
                await server.DisposeAsync();
        }

        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<ServerProcess> Ended => _servers.OfType<ServerProcess>().Where(server => server.HasExited);

    /// <summary>The database as the nodes reach it.</summary>
    private string StoreText => Cables is null
        ? database.TextFor(_name)
        : PostgreSqlServer.TextFor(_name, database.Port, Cables.Database);

    /// <summary>Ports that nobody listens on.</summary>
    internal static int[] FreePorts(int count) => LoopbackPorts.Free(count);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sessions of so many people, on the running cluster.</summary>
    public async Task<IReadOnlyList<string>> Mint(int people)
    {
        var file = Path.Combine(_folder, "sessions.tsv");
        await ServerProcess.RunOf(
            Program,
            ["mint-sessions", "--users", Text(people), "--out", file, "--store", database.TextFor(_name), "--data", Path.Combine(_folder, "node0"),
                .. Cables is null ? Array.Empty<string>() : ["--listen", Cables.People.ToString()]]);
        return SessionFile.Read(file, null);
    }
}
