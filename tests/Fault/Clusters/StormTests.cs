using System.Diagnostics;
using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Thousands of live connections that end at one moment, and come back.</summary>
[Collection(ClusterCollection.Name)]
public sealed class StormTests(OfficeCluster cluster, PostgreSqlServer database, ITestOutputHelper output)
{
    private const int People = 1_000;

    /// <summary>A screen at each node.</summary>
    private const int Screens = People * OfficeCluster.Nodes;

    private static readonly TimeSpan BackMax = TimeSpan.FromSeconds(30);

    /// <summary>Longer than any bar on the slowest machine, so that it is the bar that says what was missed.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(4);

    private static readonly Bar AllBack = new("all back after", BackMax);

    /// <summary>
    /// Who was sent away in vain for long is about to wait up to 45 s when there is room; then come a connect that is given up
    /// after 5 s, one more of as long, and 5 s to see it.
    /// </summary>
    private static readonly Bar AllIn = new("all in after", TimeSpan.FromSeconds(60));

    /// <summary>Connections that a small node takes, and people with a screen at each of three such nodes.</summary>
    private const int Places = 700;
    private const int Crowded = 540;

    private const long GrowthBytesMax = 128 * 1_024 * 1_024;

    private static readonly Bar CrushP99 = new("p99 of all notes", TimeSpan.FromSeconds(2));

    private static readonly TimeSpan Served = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Crush = TimeSpan.FromSeconds(5);

    private static readonly int[] Serving = [1, 2];

    [Fact]
    public async Task All_are_back_and_caught_up_nothing_is_lost_and_nobody_is_signed_out()
    {
        var sessions = await cluster.Mint(People);
        await using var crowd = new Crowd();
        await crowd.Open(cluster.Urls, [.. sessions.SelectMany(session => Enumerable.Repeat(session, OfficeCluster.Nodes))], (_, _) => { }, CancellationToken.None);
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var (at, began) = (traffic.Now, Stopwatch.GetTimestamp());
        crowd.Drop();
        await Back(crowd);
        var back = Stopwatch.GetElapsedTime(began);
        var outage = Outage.Of(traffic.History, at, traffic.Now);
        var figures = traffic.Figures(at, traffic.Now).Of(AllBack, back);
        // While people write, what they write is on its way to some screen: the screens are compared when they have ended.
        var judgement = await traffic.End();
        var (apart, read) = await crowd.Settle(CancellationToken.None);
        var counts = crowd.Tally.Counts;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Screens} connections dropped: {figures}; {counts["connects refused"]} connects and {counts["catch-ups refused"]} catch-ups refused, {counts["resyncs"]} resyncs; {outage}"));
        Assert.Equal(0, apart);
        Assert.Equal(Screens, read.Count);
        judgement.AssertSound();
        figures.AssertHeld();
    }

    /// <summary>One of three nodes dies, the two others have no room for all of its people.</summary>
    [Fact]
    public async Task Above_its_bound_a_node_sends_people_away_with_a_time_to_come_back_and_all_are_in_when_there_is_room()
    {
        await using var small = new OfficeCluster(database) { Options = ["--connections", Places.ToString(CultureInfo.InvariantCulture)] };
        await small.InitializeAsync();
        var sessions = await small.Mint(Crowded);
        await using var crowd = new Crowd();
        await crowd.Open(small.Urls, [.. sessions.SelectMany(session => Enumerable.Repeat(session, OfficeCluster.Nodes))], (_, _) => { }, CancellationToken.None);
        await using var traffic = await NoteTraffic.Start(small, new Dice());
        // A node that has just begun grows by what it has not done yet.
        await traffic.Acknowledged(1_000);

        var memory = Serving.Select(node => small.Server(node).ResidentBytes).ToList();
        await small.Kill(0);
        await small.DeclaredDead(0, BackMax);
        // Who waited for the dead node is served by then: that wait is the death's, and not of the crush behind it.
        await NoteTraffic.For(Served);
        var (at, most) = (traffic.Now, await MostConnections(small, Crush));
        var (until, crush) = (traffic.Now, Outage.Of(traffic.History, at, traffic.Now));
        var (figures, mended) = (traffic.Figures(at, until).Of(CrushP99, crush.P99), traffic.Now);
        var grown = Serving.Select((node, i) => small.Server(node).ResidentBytes - memory[i]).Max();
        var outside = crowd.Screens.Count(screen => !screen.IsLive);
        var began = Stopwatch.GetTimestamp();
        await small.Mend();
        var ready = Stopwatch.GetElapsedTime(began);
        await Live(crowd);
        var returned = traffic.Figures(mended, traffic.Now).Of(AllIn, Stopwatch.GetElapsedTime(began) - ready);
        var judgement = await traffic.End();
        var (apart, read) = await crowd.Settle(CancellationToken.None);
        var told = crowd.Tally.ComeBacks;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Places} places a node, one of three killed under {crowd.Screens.Count} screens: at most {most} connections on a node, {told.Values.Sum()} times sent away for {string.Join(", ", told.OrderBy(after => after.Key).Select(after => string.Create(CultureInfo.InvariantCulture, $"{after.Key.TotalSeconds} s ({after.Value})")))}; {outside} outside after {Crush.TotalSeconds:0} s, the third node ready: {returned}; memory grew by {grown / 1_048_576.0:0} MiB at most; meanwhile {crush}"));

        Assert.True(told.Values.Sum() > outside, "Nobody was sent away.");
        Assert.True(told.Count > 1, "All were told the same time.");
        Assert.True(outside > 0, "There was room for everybody.");
        Assert.InRange(most, 1, Places);
        Assert.InRange(grown, long.MinValue, GrowthBytesMax);
        figures.AssertHeld();
        returned.AssertHeld();
        Assert.Equal(0, apart);
        Assert.Equal(crowd.Screens.Count, read.Count);
        judgement.AssertSound();
    }

    /// <summary>The most live connections that one of the serving nodes was seen with in this time.</summary>
    private static async Task<double> MostConnections(OfficeCluster cluster, TimeSpan time)
    {
        var (began, most) = (Stopwatch.GetTimestamp(), 0.0);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (Stopwatch.GetElapsedTime(began) < time && await timer.WaitForNextTickAsync())
        {
            foreach (var node in Serving)
                most = Math.Max(most, await Metric.Read(cluster.Metrics(node), "live_connections"));
        }

        return most;
    }

    private static async Task Live(Crowd crowd)
    {
        using var limit = new CancellationTokenSource(GivenUpAfter);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (crowd.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Until every screen has connected again; each shows by a first read that its session still holds.</summary>
    private static async Task Back(Crowd crowd)
    {
        using var limit = new CancellationTokenSource(GivenUpAfter);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (crowd.Tally.Counts["reconnects"] < Screens || crowd.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
