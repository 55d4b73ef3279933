using PartyRealtime.FaultTests.Driving;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What happens to the database of three nodes while people work.</summary>
[Collection(ClusterCollection.Name)]
public sealed class DatabaseFaultTests(OfficeCluster cluster, ITestOutputHelper output) 
{
    /// <summary>With which a node ends that was told to stop and had to be cut off.</summary>
    private const int CutOff = 3;

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);

    /// <summary>Its processes are gone at one moment, and what they held in memory with them.</summary>
    [Fact]
    public Task PostgreSQL_killed_and_started_again_loses_and_doubles_nothing() =>
        Back($"PostgreSQL killed (SIGKILL) for {Away.TotalSeconds:0} s", async database =>
        {
            await database.Kill();
            await NoteTraffic.For(Away);
            await database.Start();
        });

    /// <summary>As an update of its package does it: sessions are ended, what is committed is on the disk.</summary>
    [Fact]
    public Task PostgreSQL_restarted_loses_and_doubles_nothing() => Back("PostgreSQL restarted", database => database.Restart());

    /// <summary>
    /// Orleans waits for the table of members as long as it may join; the process does not, and says by its exit code that it
    /// did not end in order.
    /// </summary>
    [Fact]
    public async Task A_node_that_is_told_to_stop_while_PostgreSQL_is_away_is_gone_within_15_s()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        await cluster.Database.Stop();
        var (exit, took) = await cluster.Drain(1);
        var (until, said) = (traffic.Now, cluster.Server(1).Output);
        await cluster.Database.Start();
        var figures = traffic.Figures(at, until).Of(Bars.Gone, took);
        output.WriteLine($"told to stop while PostgreSQL is away: {figures}");
        await cluster.Mend();
        await traffic.Acknowledged(300);
        (await traffic.End()).AssertSound();
        Assert.Equal(CutOff, exit);
        Assert.Contains("is cut off", said, StringComparison.Ordinal);
        figures.AssertHeld();
    }

    /// <summary>Its processes stand still and every connection stays open: nobody is told that anything is wrong.</summary>
    [Fact]
    public Task PostgreSQL_paused_loses_and_doubles_nothing() => cluster.NobodyDies(output, async () =>
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var (at, dead) = (traffic.Now, await cluster.Dead());
        cluster.Database.Pause();
        await NoteTraffic.For(Away);
        cluster.Database.Resume();
        await traffic.Acknowledged(300);
        output.WriteLine($"PostgreSQL paused for {Away.TotalSeconds:0} s: {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
        return (dead, traffic.StoodStill(at, traffic.Now));
    });

    /// <summary>The database goes and comes back while people write. No node ends: none is alone with its fault.</summary>
    private Task Back(string what, Func<PostgreSqlServer, Task> fault) => cluster.NobodyDies(output, async () =>
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var (at, dead) = (traffic.Now, await cluster.Dead());
        await fault(cluster.Database);
        var back = traffic.Now;
        await traffic.Acknowledged(300);
        var (until, outage) = (traffic.Now, Outage.Of(traffic.History, at, traffic.Now));
        var judgement = await traffic.End();
        var figures = traffic.Figures(at, until).Of(Bars.StoreRecovered, traffic.History.Recovered(back));
        output.WriteLine($"{what}: {figures}; {outage}");
        judgement.AssertSound();
        figures.AssertHeld();
        return (dead, traffic.StoodStill(at, traffic.Now));
    });
}
