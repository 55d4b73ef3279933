using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;
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

    private const int People = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("partyrealtime-cluster-").FullName;
    private readonly ServerProcess?[] _servers = new ServerProcess?[Nodes];
    private readonly int[] _ports = FreePorts(Nodes * 2);
    private readonly int[] _operationsPorts = new int[Nodes];
    private string _name = "";

    public PostgreSqlServer Database => database;

    /// <summary>Where the nodes answer, running or not.</summary>
    public IReadOnlyList<Uri> Urls => [.. _ports.Take(Nodes).Select(port => new Uri($"http://127.0.0.1:{port}"))];

    /// <summary>The cookies of people who write each other.</summary>
    public IReadOnlyList<string> Sessions { get; private set; } = [];

    /// <summary>Where operators read the node's metrics.</summary>
    public Uri Metrics(int node) => new($"http://127.0.0.1:{_operationsPorts[node]}/metrics");

    public ServerProcess Server(int node) => _servers[node] ?? throw new InvalidOperationException($"Node {node + 1} does not run.");

    /// <summary>More options for every node, such as a Redis.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public async ValueTask InitializeAsync()
    {
        _name = await database.NewDatabase();
        await Start(0);
        await Task.WhenAll(Enumerable.Range(1, Nodes - 1).Select(Start));
        await Mint();
    }

    public async Task Start(int node)
    {
        var number = node.ToString(CultureInfo.InvariantCulture);
        _operationsPorts[node] = FreePorts(1)[0];
        _servers[node] = await ServerProcess.Start(
            Path.Combine(_folder, "node" + number),
            [
                "--cluster", Name, "--node", "node-" + number, "--store", database.TextFor(_name), "--files", Path.Combine(_folder, "files"),
                "--port", Text(_ports[node]), "--operations-port", Text(_operationsPorts[node]), "--silo-port", Text(_ports[Nodes + node]), "--size", "S1",
                .. Options,
            ]);
    }

    /// <summary>
    /// One more node on the same database that belongs to another cluster and so decides without asking the others; its
    /// address. Ended with the returned process.
    /// </summary>
    public Task<ServerProcess> Stranger() => ServerProcess.Start(
        Path.Combine(_folder, "stranger"),
        ["--cluster", "stranger", "--node", "stranger", "--store", database.TextFor(_name), "--files", Path.Combine(_folder, "files"), "--no-seed"]);

    /// <summary>How many members have been declared dead so far.</summary>
    public async Task<long> Dead() => (await Query<long>("SELECT count(*) FROM cluster_member WHERE status = 6 AND cluster = @Name", new { Name }))[0];

    /// <summary>Starts what does not run, so that the next test finds all nodes.</summary>
    public async Task Mend()
    {
        for (var node = 0; node < Nodes; node++)
        {
            if (_servers[node] is { HasExited: false })
                continue;
            if (_servers[node] is { } ended)
                await ended.DisposeAsync();
            await Start(node);
        }
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
                "SELECT count(*) FROM cluster_member WHERE silo_name = @name AND status <> 6", new { name = "node-" + Text(node) });
            if (living[0] == 0)
                break;
        }

        return Stopwatch.GetElapsedTime(began);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(database.TextFor(_name) + ";Pooling=False");
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            if (server is not null)
                await server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ports that nobody listens on.</summary>
    internal static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task Mint()
    {
        var file = Path.Combine(_folder, "sessions.tsv");
        await ServerProcess.Run(
            "mint-sessions", "--users", Text(People), "--out", file, "--store", database.TextFor(_name), "--data", Path.Combine(_folder, "node0"));
        Sessions = SessionFile.Read(file, null);
    }
}
