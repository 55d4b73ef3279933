using System.Globalization;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>People at an edge, whose grains are elsewhere; without the Redis that was promised.</summary>
[Collection(ClusterCollection.Name)]
public sealed class EdgeFaultTests(EdgeOffice office, ITestOutputHelper output) : IClassFixture<EdgeOffice>
{
    private static readonly TimeSpan DeadMax = TimeSpan.FromSeconds(60);

    private readonly OfficeCluster _cluster = office.Cluster;

    [Fact]
    public async Task Notes_are_live_at_an_edge_and_none_is_lost_while_one_silo_leaves_and_the_other_dies()
    {
        await using var traffic = await NoteTraffic.Start(_cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        var (exit, left) = await _cluster.Drain(1);
        await _cluster.Mend();
        await traffic.Acknowledged(100);
        var (drained, figures) = (Outage.Of(traffic.History, at, traffic.Now), traffic.Figures(at, traffic.Now).Of(Bars.Gone, left));
        at = traffic.Now;
        await _cluster.Kill(2);
        var dead = await _cluster.DeclaredDead(2, DeadMax);
        await traffic.Acknowledged(300);
        var killed = Outage.Of(traffic.History, at, traffic.Now);
        await _cluster.Mend();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an edge and two silos: one drained: {figures}; {drained}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the other killed, declared dead after {dead.TotalSeconds:0.0} s, a new one there: {killed}"));
        (await traffic.End()).AssertSound();
        Assert.Equal(0, exit);
        figures.AssertHeld();
        Assert.True(drained.SendsMax <= figures.SendsMax, $"A note was sent {drained.SendsMax} times around the drain: one retry must do.");
    }

    [Fact]
    public async Task A_directive_issued_at_an_edge_lies_at_every_unit_and_the_board_shows_who_registered_it()
    {
        var units = await Round.Directive(_cluster);
        output.WriteLine($"one directive at {units} units");
    }

    [Fact]
    public Task Two_editors_at_an_edge_write_one_draft_whose_grain_is_elsewhere() =>
        Round.Draft(_cluster, _cluster.Urls[EdgeOffice.Edge], _cluster.Urls[EdgeOffice.Edge], output);

    [Fact]
    public async Task Every_node_says_once_that_its_Redis_is_away_and_hints_go_without_it()
    {
        await using var traffic = await NoteTraffic.Start(_cluster, new Dice());
        await traffic.Acknowledged(100);
        (await traffic.End()).AssertSound();
        var byOrleans = 0.0;
        for (var node = 0; node < OfficeCluster.Nodes; node++)
        {
            var said = _cluster.Server(node).Output.Split('\n').Where(line => line.Contains("Redis at 127.0.0.1:", StringComparison.Ordinal));
            Assert.Contains("is away", Assert.Single(said), StringComparison.Ordinal);
            Assert.Equal(0, await Metric.Read(_cluster.Metrics(node), "push_sent_total", "way=\"redis\""));
            byOrleans += await Metric.Read(_cluster.Metrics(node), "push_sent_total", "way=\"orleans\"");
        }

        Assert.InRange(byOrleans, 1, double.MaxValue);
    }
}
