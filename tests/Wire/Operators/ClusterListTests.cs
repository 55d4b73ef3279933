using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>Two nodes of one cluster: each knows both, and one may stop while the other serves.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class ClusterListTests(PostgreSqlServer server) : IAsyncLifetime
{
    private static readonly TimeSpan SeenMax = TimeSpan.FromSeconds(30);

    private ClusterNode? _first;
    private ClusterNode? _second;

    public async ValueTask InitializeAsync()
    {
        _first = await ClusterNode.Start(server);
        _second = await _first.Join("node-2");
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null)
            await _second.DisposeAsync();
        if (_first is not null)
            await _first.DisposeAsync();
    }

    [Fact]
    public async Task Each_node_lists_both_and_one_is_drained_from_the_other()
    {
        using var here = await _first!.Node.SignedIn("operator");
        using var there = await _second!.Node.SignedIn("operator");
        Assert.Equal([("node-1", "ready"), ("node-2", "ready")], await Until(here, AreReady));
        Assert.Equal([("node-1", "ready"), ("node-2", "ready")], await Until(there, AreReady));

        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _second.Node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        using var drained = await here.Command(HttpMethod.Post, "/api/operator/nodes/node-2/drain", new { last = false });
        Assert.Equal(HttpStatusCode.OK, drained.StatusCode);
        Assert.Equal([("node-1", "ready"), ("node-2", "draining")], await Until(here, states => states.Contains(("node-2", "draining"))));
        await stopping.Task.WaitAsync(SeenMax);

        using var last = await here.Command(HttpMethod.Post, "/api/operator/nodes/node-1/drain", new { last = false });
        await last.IsRefused(HttpStatusCode.Conflict, "lastReadyNode");

        await _second.DisposeAsync();
        _second = null;
        Assert.Equal([("node-1", "ready"), ("node-2", "stopped")], await Until(here, states => states.Contains(("node-2", "stopped"))));
    }

    private static bool AreReady(List<(string Name, string State)> nodes) => nodes.Count == 2 && nodes.TrueForAll(node => node.State == "ready");

    /// <summary>The nodes and their states, asked again until they are as wanted: members hear of each other in their own time.</summary>
    private static async Task<List<(string, string)>> Until(Browser browser, Func<List<(string, string)>, bool> isWanted)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var list = await browser.GetJson("/api/operator/nodes");
            var states = list.GetProperty("nodes").EnumerateArray().Select(Of).ToList();
            if (isWanted(states) || TimeProvider.System.GetElapsedTime(began) > SeenMax)
                return states;
        }
    }

    private static (string, string) Of(JsonElement node) => (node.GetProperty("name").GetString()!, node.GetProperty("state").GetString()!);
}
