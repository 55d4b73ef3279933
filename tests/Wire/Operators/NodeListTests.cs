using System.Net;
using System.Text.Json;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>What operators are told about a node that is alone.</summary>
public sealed class NodeListTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task A_node_that_is_alone_is_the_whole_list()
    {
        using var browser = await _node.SignedIn("operator");
        var list = await browser.WhenReady();
        var node = Assert.Single(list.GetProperty("nodes").EnumerateArray());
        Assert.Equal((Environment.MachineName, "ready"), (node.GetProperty("name").GetString(), node.GetProperty("state").GetString()));
        var figures = node.GetProperty("figures");
        Assert.True(figures.GetProperty("servesPeople").GetBoolean() && figures.GetProperty("decides").GetBoolean());
        Assert.Matches(@"^\d+\.\d+\.\d+$", figures.GetProperty("version").GetString());
        Assert.InRange(figures.GetProperty("since").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddHours(-1), list.GetProperty("at").GetDateTimeOffset());
        Assert.InRange(figures.GetProperty("cpuShare").GetDouble(), 0, 1);
        Assert.InRange(figures.GetProperty("memoryBytes").GetInt64(), 10_000_000, 100_000_000_000);
    }

    [Fact]
    public async Task What_is_written_is_seen_in_the_figures()
    {
        using var clerk = await _node.SignedIn("clerk.24");
        using var written = await clerk.Command(HttpMethod.Put, "/api/preferences", new { theme = "dark", density = "normal", locale = "vi" });
        written.EnsureSuccessStatusCode();
        using var browser = await _node.SignedIn("operator");
        var figures = Figures(await browser.GetJson("/api/operator/nodes"));
        Assert.InRange(figures.GetProperty("commitsPerSecond").GetDouble(), double.Epsilon, 100_000);
        Assert.InRange(figures.GetProperty("batchSize").GetDouble(), 1, 512);
        var p50 = figures.GetProperty("commitMsP50").GetDouble();
        Assert.InRange(p50, 0.0001, 60_000);
        Assert.InRange(figures.GetProperty("commitMsP99").GetDouble(), p50, 60_000);
        Assert.Equal(0, figures.GetProperty("oldestJobSeconds").GetDouble());
    }

    [Theory]
    [InlineData("clerk.24")]
    [InlineData("leader.24")]
    [InlineData("admin.24")]
    public async Task Nobody_else_is_told_anything(string signIn)
    {
        using var browser = await _node.SignedIn(signIn);
        using var list = await browser.Get("/api/operator/nodes");
        await list.IsRefused(HttpStatusCode.Forbidden, "notYourRole");
        using var drain = await browser.Command(HttpMethod.Post, $"/api/operator/nodes/{Environment.MachineName}/drain", new { last = true });
        await drain.IsRefused(HttpStatusCode.Forbidden, "notYourRole");
        using var resume = await browser.Command(HttpMethod.Post, $"/api/operator/nodes/{Environment.MachineName}/resume", new { });
        await resume.IsRefused(HttpStatusCode.Forbidden, "notYourRole");
    }

    [Fact]
    public async Task A_node_that_does_not_exist_is_not_in_scope()
    {
        using var browser = await _node.SignedIn("operator");
        using var answer = await browser.Command(HttpMethod.Post, "/api/operator/nodes/nobody/drain", new { last = true });
        await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
    }

    private static JsonElement Figures(JsonElement list) => list.GetProperty("nodes")[0].GetProperty("figures");
}
