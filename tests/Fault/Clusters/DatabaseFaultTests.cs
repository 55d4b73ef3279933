using System.Globalization;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What happens to the database of three nodes while people work.</summary>
[Collection(ClusterCollection.Name)]
public sealed class DatabaseFaultTests(OfficeCluster cluster, ITestOutputHelper output) 
{
    /// <summary>With which a node ends that was told to stop and had to be cut off.</summary>
    private const int CutOff = 3;

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GoneMax = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task PostgreSQL_killed_and_started_again_loses_and_doubles_nothing()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        await cluster.Database.Stop();
        await NoteTraffic.For(Away);
        await cluster.Database.Start();
        var back = traffic.Now;
        await traffic.Acknowledged(cluster.Sessions.Count);
        var recovered = traffic.Now;
        await traffic.Acknowledged(300);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL killed for {Away.TotalSeconds:0} s: {cluster.Sessions.Count} notes acknowledged {(recovered - back).TotalSeconds:0.0} s after it was back; {Outage.Of(traffic.History, at, traffic.Now)}"));
        await cluster.Mend();
        (await traffic.End()).AssertSound();
    }

    /// <summary>
    /// Orleans waits for the table of members as long as it may join; the process does not, and says by its exit code that it
    /// did not end in order.
    /// </summary>
    [Fact]
    public async Task A_node_that_is_told_to_stop_while_PostgreSQL_is_away_is_gone_within_15_s()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        await cluster.Database.Stop();
        var (exit, took) = await cluster.Drain(1);
        var said = cluster.Server(1).Output;
        await cluster.Database.Start();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told to stop while PostgreSQL is away: gone after {took.TotalSeconds:0.0} s"));
        await cluster.Mend();
        await traffic.Acknowledged(300);
        (await traffic.End()).AssertSound();
        Assert.Equal(CutOff, exit);
        Assert.Contains("is cut off", said, StringComparison.Ordinal);
        Assert.InRange(took, TimeSpan.Zero, GoneMax);
    }

    /// <summary>Its processes stand still and every connection stays open: nobody is told that anything is wrong.</summary>
    [Fact]
    public async Task PostgreSQL_paused_loses_and_doubles_nothing()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        cluster.Database.Pause();
        await NoteTraffic.For(Away);
        cluster.Database.Resume();
        await traffic.Acknowledged(300);
        output.WriteLine($"PostgreSQL paused for {Away.TotalSeconds:0} s: {Outage.Of(traffic.History, at, traffic.Now)}");
        await cluster.Mend();
        (await traffic.End()).AssertSound();
    }
}
