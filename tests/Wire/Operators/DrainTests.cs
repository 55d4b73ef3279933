using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>A node that is alone, told to stop.</summary>
public sealed class DrainTests : IAsyncLifetime
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(30);

    private static readonly string Path = $"/api/operator/nodes/{Environment.MachineName}/drain";

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
        Assert.Equal(0, await Facts());
        Assert.False(stopping.IsCompleted);

        var id = Guid.NewGuid();
        using var first = await browser.Command(HttpMethod.Post, Path, new { last = true }, id);
        using var second = await browser.Command(HttpMethod.Post, Path, new { last = true }, id);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(id, (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("commandId").GetGuid());
        Assert.Equal(1, await Facts());
        await stopping.WaitAsync(StopMax);
    }

    private static Task Stopping(RunningNode node)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    private async Task<int> Facts()
    {
        await using var connection = await Node.Services.GetRequiredService<IReadStore>().Open();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM fact WHERE stream = @stream AND kind = 'node.drained'", new { stream = StreamId.OfNodes.Value });
    }
}
