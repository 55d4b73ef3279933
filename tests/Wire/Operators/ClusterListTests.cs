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

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

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
        await AssertBecomes(here, [("node-1", "ready"), ("node-2", "ready")]);
        await AssertBecomes(there, [("node-1", "ready"), ("node-2", "ready")]);

        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _second.Node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        using var drained = await here.CommandWhile(
            "/api/operator/nodes/node-2/drain", new { last = false }, "lastReadyNode", "notAllowedNow", "unavailable");
        Assert.Equal(HttpStatusCode.OK, drained.StatusCode);
        await AssertBecomes(here, [("node-1", "ready"), ("node-2", "draining")]);
        await stopping.Task.WaitAsync(SeenMax);

        using var last = await here.CommandWhile(
            "/api/operator/nodes/node-1/drain", new { last = false }, "notAllowedNow", "unavailable");
        await last.IsRefused(HttpStatusCode.Conflict, "lastReadyNode");

        await _second.DisposeAsync();
        _second = null;
        await AssertBecomes(here, [("node-1", "ready"), ("node-2", "stopped")]);
    }

    /// <summary>Asks for the nodes and their states until all are as wanted in one answer: members hear of each other in their own time.</summary>
    private static async Task AssertBecomes(Browser browser, List<(string, string)> wanted)
    {
        using var timer = new PeriodicTimer(Pause);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var list = await browser.GetJson("/api/operator/nodes");
            var states = list.GetProperty("nodes").EnumerateArray().Select(Of).ToList();
            if (states.SequenceEqual(wanted))
                return;
            if (TimeProvider.System.GetElapsedTime(began) > SeenMax)
                Assert.Equal(wanted, states);
            await timer.WaitForNextTickAsync();
        }
    }

    private static (string, string) Of(JsonElement node) => (node.GetProperty("name").GetString()!, node.GetProperty("state").GetString()!);
}
