using PartyRealtime.FaultTests.Driving;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Cables between nodes, and between a node and the database, are taken away while people work.</summary>
[Collection(ClusterCollection.Name)]
public sealed class PartitionTests(PostgreSqlServer database, ITestOutputHelper output)
{
    private const string Forbidden = "This machine allows no network namespaces (ip netns needs root): the partition was not run.";

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_node_cut_off_from_the_others_that_still_reaches_the_database_is_left_and_stops_itself()
    {
        await using var island = await Island.TryMake();
        Assert.SkipWhen(island is null, Forbidden);
        await using var cluster = await Around(island!);
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        await island!.CutNodes();
        var dead = await cluster.DeclaredDead(Island.Name, TimeSpan.FromSeconds(90));
        await island.Ended(TimeSpan.FromSeconds(90));
        var ended = traffic.Now - at;
        await traffic.Acknowledged(300);
        output.WriteLine($"partition between nodes: declared dead after {dead.TotalSeconds:0.0} s, ended itself after {ended.TotalSeconds:0.0} s; {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
    }

    [Fact]
    public async Task A_node_cut_off_from_the_database_loses_and_doubles_nothing()
    {
        await using var island = await Island.TryMake();
        Assert.SkipWhen(island is null, Forbidden);
        await using var cluster = await Around(island!);
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        island!.Store.Cut();
        await NoteTraffic.For(Away);
        island.Store.Mend();
        await traffic.Acknowledged(600);
        output.WriteLine($"one node without the database for {Away.TotalSeconds:0} s: {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
    }

    /// <summary>Two nodes for people outside, and one without people on the island.</summary>
    private async Task<OfficeCluster> Around(Island island)
    {
        var cluster = new OfficeCluster(database) { Count = 2, Options = ["--silo-listen", island.Outside.ToString()] };
        await cluster.InitializeAsync();
        await island.Join(cluster, database.Port);
        return cluster;
    }
}
