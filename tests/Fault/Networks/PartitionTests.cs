using System.Globalization;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Networks;

/// <summary>Cables that are cut while people work: what is sent vanishes, connections stay open, and nobody is told.</summary>
public sealed class PartitionTests(CabledOffice office, ITestOutputHelper output) : IClassFixture<CabledOffice>
{
    private static readonly TimeSpan DeadMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(15);

    [Fact]
    public Task A_node_that_the_others_cannot_hear_is_left_and_stops_and_comes_back_when_they_hear_it() => UnderTraffic(async (cluster, traffic, node) =>
    {
        var at = traffic.Now;
        foreach (var other in Others(node))
            office.Cables.Cut(cluster.AddressOf(node), cluster.AddressOf(other));
        var dead = await cluster.DeclaredDead(node, DeadMax);
        // It still reaches the database, and reads there that it was declared dead.
        await cluster.Server(node).Ended(DeadMax);
        var ended = traffic.Now - at;
        var back = cluster.Mend();
        await NoteTraffic.For(Settling);
        Assert.False(back.IsCompleted, "It must not decide while the others cannot hear it.");
        office.Cables.Mend();
        var mended = traffic.Now;
        await back;
        Say($"cut off from two nodes: declared dead after {dead.TotalSeconds:0.0} s, ended after {ended.TotalSeconds:0.0} s, back {(traffic.Now - mended).TotalSeconds:0.0} s after it was mended; {Outage.Of(traffic.History, at, mended)}");
    });

    [Fact]
    public Task Two_nodes_that_do_not_hear_each_other_lose_and_double_nothing_and_the_third_serves_everybody() => UnderTraffic(async (cluster, traffic, third) =>
    {
        var at = traffic.Now;
        var pair = Others(third).ToArray();
        office.Cables.Cut(cluster.AddressOf(pair[0]), cluster.AddressOf(pair[1]));
        await NoteTraffic.For(Apart);
        office.Cables.Mend();
        var mended = traffic.Now;
        await traffic.Acknowledged(cluster.Sessions.Count);
        Say($"two nodes apart for {Apart.TotalSeconds:0} s: {Outage.Of(traffic.History, at, mended)}; {cluster.Sessions.Count} notes acknowledged {(traffic.Now - mended).TotalSeconds:0.0} s after it was mended");
        await cluster.Mend();
    });

    [Fact]
    public Task A_node_that_alone_cannot_reach_the_database_gives_its_grains_up() => UnderTraffic(async (cluster, traffic, node) =>
    {
        var at = traffic.Now;
        office.Cables.Cut(cluster.AddressOf(node), office.Cables.Database);
        await cluster.Server(node).Ended(DeadMax);
        var ended = traffic.Now;
        await cluster.DeclaredDead(node, DeadMax);
        var dead = traffic.Now;
        await traffic.Acknowledged(300);
        Say($"one node cut off from the database: ended after {(ended - at).TotalSeconds:0.0} s, declared dead after {(dead - at).TotalSeconds:0.0} s; {Outage.Of(traffic.History, at, traffic.Now)}");
        office.Cables.Mend();
        await cluster.Mend();
    });

    /// <summary>A fault of any node, while people write each other notes, of which none is lost or doubled, also afterwards.</summary>
    private async Task UnderTraffic(Func<OfficeCluster, NoteTraffic, int, Task> fault)
    {
        Assert.SkipWhen(office.Cluster is null, office.Forbidden);
        var dice = new Dice();
        await using var traffic = await NoteTraffic.Start(office.Cluster, dice);
        await traffic.Acknowledged(300);
        await fault(office.Cluster, traffic, dice.Between(0, OfficeCluster.Nodes - 1));
        await traffic.Acknowledged(300);
        (await traffic.End()).AssertSound();
    }

    private static IEnumerable<int> Others(int node) => Enumerable.Range(0, OfficeCluster.Nodes).Where(other => other != node);

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
