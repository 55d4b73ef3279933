using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Nodes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Edges;

/// <summary>A web edge can serve nobody while no node of its cluster decides.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class EdgeReadinessTests(PostgreSqlServer server)
{
    private const string Nobody = "No node of the cluster decides: start a silo, or a node with both roles.\n";

    private static readonly TimeSpan SeenMax = TimeSpan.FromSeconds(30);

    private static readonly object Draft = new { type = "CV", @abstract = "Khi chưa có silo", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<object>() };

    [Fact]
    public async Task It_is_not_ready_and_says_why_until_a_silo_is_there_and_again_when_it_has_left()
    {
        await using var office = await EdgeAndSilo.StartEdge(server);
        using var clerk = await office.Edge.Enter("clerk.tw");
        using var keeper = await office.Edge.Enter("operator");
        var id = Guid.NewGuid();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, Nobody), await Ready(office.Edge));
        var (refused, answer) = await clerk.Post("/api/documents", Draft, id);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (refused, answer.GetProperty("code").GetString()));
        Assert.Equal("notReady", await StateOf(keeper));

        await office.StartSilo();
        await Until(office.Edge, HttpStatusCode.OK);
        await Until(async () => (await clerk.Post("/api/documents", Draft, id)).Status, HttpStatusCode.OK);
        await Until(() => StateOf(keeper), "ready");

        await office.StopSilo();
        await Until(office.Edge, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(Nobody, (await Ready(office.Edge)).Text);
    }

    [Fact]
    public async Task Who_was_told_to_stop_says_so()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        Assert.Equal((HttpStatusCode.OK, ""), await Ready(node));
        await node.Stop();
        Assert.Equal("This node was told to stop.", await node.Services.GetRequiredService<Readiness>().Missing(CancellationToken.None));
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ready(OfficeNode node)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(node.Url, "/health/ready"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task Until(OfficeNode node, HttpStatusCode wanted) => Until(async () => (await Ready(node)).Status, wanted);

    /// <summary>Asks until the answer is this one: the node, its page and its grains learn of a silo one after the other.</summary>
    private static async Task Until<T>(Func<Task<T>> ask, T wanted)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ask() is var answer && !Equals(answer, wanted))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < SeenMax, $"It does not become {wanted}, it is {answer}.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>The state of the edge as its operators see it.</summary>
    private static async Task<string?> StateOf(Person keeper) =>
        (await keeper.Get<JsonElement>("/api/operator/nodes")).GetProperty("nodes").EnumerateArray()
            .Single(node => node.GetProperty("name").GetString() == Environment.MachineName).GetProperty("state").GetString();
}
