using System.Net;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>The Orleans Dashboard on a node that was started with it.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private RunningNode? _node;

    private RunningNode Node => _node!;

    public async ValueTask InitializeAsync() => _node = await RunningNode.Start(settings => settings with { Dashboard = true });

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    [Fact]
    public async Task Operators_see_its_counters_and_nobody_sees_states_of_grains_or_the_log()
    {
        using var browser = await Node.SignedIn("operator");
        foreach (var path in new[] { "", "index.min.js", "index.css", "version", "DashboardCounters", "ClusterStats", "TopGrainMethods", "GrainTypes" })
        {
            using var answer = await browser.Get($"/operator/dashboard/{path}");
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        foreach (var path in new[] { "GrainState?grainId=1&grainType=PartyRealtime.Grains.Sessions.SessionGrain", "grainstate", "Trace", "Reminders", "Reminders/2" })
        {
            using var answer = await browser.Get($"/operator/dashboard/{path}");
            await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
        }
    }

    [Fact]
    public async Task Nobody_else_sees_anything_of_it()
    {
        using var stranger = Node.NewBrowser();
        using var clerk = await Node.SignedIn("clerk.24");
        foreach (var path in new[] { "", "index.min.js", "DashboardCounters", "GrainState", "Trace", "Reminders" })
        {
            using var unknown = await stranger.Get($"/operator/dashboard/{path}");
            await unknown.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");
            using var refused = await clerk.Get($"/operator/dashboard/{path}");
            await refused.IsRefused(HttpStatusCode.Forbidden, "notYourRole");
        }
    }
}
