using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Nodes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.ClusterTests.Edges;

/// <summary>A web edge without grains of ours and a silo without people, in the test's process, on a real PostgreSQL.</summary>
internal sealed class EdgeAndSilo : IAsyncDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly PushLinkKind _push;
    private readonly string? _redis;
    private WebApplication? _silo;

    private EdgeAndSilo(PostgreSqlDatabase database, PushLinkKind push, string? redis, OfficeNode edge) =>
        (_database, _push, _redis, Edge) = (database, push, redis, edge);

    public OfficeNode Edge { get; }

    /// <summary>Both.</summary>
    /// <param name="rewire">Changes the wiring of the edge.</param>
    public static async Task<EdgeAndSilo> Start(
        PostgreSqlServer server, PushLinkKind push = PushLinkKind.Orleans, string? redis = null, Action<IServiceCollection>? rewire = null)
    {
        var office = await StartEdge(server, push, redis, rewire);
        await office.StartSilo();
        return office;
    }

    /// <summary>The edge alone.</summary>
    public static async Task<EdgeAndSilo> StartEdge(
        PostgreSqlServer server, PushLinkKind push = PushLinkKind.Orleans, string? redis = null, Action<IServiceCollection>? rewire = null)
    {
        var database = new PostgreSqlDatabase(server);
        var edge = await OfficeNode.Start(
            database, rewire, change: settings => Member(settings, Environment.MachineName, NodeRoles.Web, push, redis));
        return new EdgeAndSilo(database, push, redis, edge);
    }

    /// <summary>These settings as those of a member of the one cluster on its database.</summary>
    public static NodeSettings Member(NodeSettings settings, string name, NodeRoles roles, PushLinkKind push, string? redis) => settings with
    {
        Files = FilesOf(settings.DataDirectory),
        Cluster = new ClusterSettings { Name = "test", Node = name, Store = settings.Store!, Roles = roles, Push = push, Redis = redis },
    };

    public async Task StartSilo()
    {
        var store = await _database.OptionsOf(1);
        var cluster = new ClusterSettings
        {
            Name = "test", Node = "silo-1", Store = store.PostgreSql!, Roles = NodeRoles.Silo, Push = _push, Redis = _redis,
        };
        _silo = HeadlessNode.Build(new HeadlessSettings(
            cluster, store.DataDirectory, FilesOf(store.DataDirectory), OperationsPort: 0, System.Net.IPAddress.Loopback, Dashboard: false));
        await _silo.StartAsync();
    }

    /// <summary>As SIGTERM does.</summary>
    public async Task StopSilo()
    {
        if (_silo is not { } silo)
            return;
        _silo = null;
        await silo.StopAsync();
        await silo.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopSilo();
        await Edge.DisposeAsync();
    }

    /// <summary>One for all nodes of a database.</summary>
    private static string FilesOf(string data) => Path.Combine(Path.GetDirectoryName(data)!, "files");
}
