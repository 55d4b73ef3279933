using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Reading;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>A node that is alone, told to stop, and told to stay.</summary>
public sealed class DrainTests : IAsyncLifetime
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(30);

    private static readonly string Path = $"/api/operator/nodes/{Environment.MachineName}/drain";

    private static readonly string Resume = $"/api/operator/nodes/{Environment.MachineName}/resume";

    private RunningNode? _node;

    private RunningNode Node => _node!;

    public async ValueTask InitializeAsync() => _node = await RunningNode.Start();

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    [Fact]
    public async Task The_last_node_stops_only_when_asked_by_that_word_and_the_same_command_gets_the_same_answer()
    {
        using var browser = await Node.SignedIn("operator");
        var stopping = Stopping(Node);
        using var refused = await browser.Command(HttpMethod.Post, Path, new { last = false });
        await refused.IsRefused(HttpStatusCode.Conflict, "lastReadyNode");
        Assert.Equal(0, await Facts(Node, "node.drained"));
        Assert.False(stopping.IsCompleted);

        var id = Guid.NewGuid();
        using var first = await browser.Command(HttpMethod.Post, Path, new { last = true }, id);
        using var second = await browser.Command(HttpMethod.Post, Path, new { last = true }, id);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(id, (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("commandId").GetGuid());
        Assert.Equal(1, await Facts(Node, "node.drained"));
        await stopping.WaitAsync(StopMax);
    }

    [Fact]
    public async Task A_drain_that_is_taken_back_leaves_a_node_that_is_ready()
    {
        await using var node = await RunningNode.Start(rewire: services => services.AddSingleton(new DrainOptions { Notice = TimeSpan.FromHours(1) }));
        using var browser = await node.SignedIn("operator");
        using var nothing = await browser.Command(HttpMethod.Post, Resume, new { });
        await nothing.IsRefused(HttpStatusCode.Conflict, "notAllowedNow");
        using var unknown = await browser.Command(HttpMethod.Post, "/api/operator/nodes/nowhere/resume", new { });
        await unknown.IsRefused(HttpStatusCode.NotFound, "notInScope");

        using var drained = await browser.Command(HttpMethod.Post, Path, new { last = true });
        Assert.Equal(HttpStatusCode.OK, drained.StatusCode);
        var report = (await browser.GetJson("/api/operator/nodes")).GetProperty("nodes")[0];
        Assert.Equal(("draining", "closing"), (report.GetProperty("state").GetString(), report.GetProperty("drain").GetProperty("step").GetString()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ready(browser));

        var id = Guid.NewGuid();
        using var first = await browser.Command(HttpMethod.Post, Resume, new { }, id);
        using var second = await browser.Command(HttpMethod.Post, Resume, new { }, id);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, await Ready(browser));
        report = (await browser.WhenReady()).GetProperty("nodes")[0];
        Assert.Equal("ready", report.GetProperty("state").GetString());
        Assert.False(report.TryGetProperty("drain", out _));
        Assert.Equal((1, 1), (await Facts(node, "node.drained"), await Facts(node, "node.resumed")));
    }

    private static async Task<HttpStatusCode> Ready(Browser browser)
    {
        using var answer = await browser.Get("/health/ready");
        return answer.StatusCode;
    }

    private static Task Stopping(RunningNode node)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    private static async Task<int> Facts(RunningNode node, string kind)
    {
        await using var connection = await node.Services.GetRequiredService<IReadStore>().Open();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM fact WHERE stream = @stream AND kind = @kind", new { stream = StreamId.OfNodes.Value, kind });
    }
}
