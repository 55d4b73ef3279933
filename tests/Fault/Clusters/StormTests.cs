using System.Diagnostics;
using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Thousands of live connections that end at one moment, and come back.</summary>
[Collection(ClusterCollection.Name)]
public sealed class StormTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int People = 1_000;

    /// <summary>A screen at each node.</summary>
    private const int Screens = People * OfficeCluster.Nodes;

    private static readonly TimeSpan BackMax = TimeSpan.FromSeconds(30);

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
        var (behind, read) = await crowd.Settle(CancellationToken.None);
        var present = Stopwatch.GetElapsedTime(began);
        var counts = crowd.Tally.Counts;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Screens} connections dropped: all back after {back.TotalSeconds:0.0} s, at the present after {present.TotalSeconds:0.0} s; {counts["connects refused"]} connects and {counts["catch-ups refused"]} catch-ups refused, {counts["resyncs"]} resyncs; {Outage.Of(traffic.History, at, traffic.Now)}"));
        Assert.Equal(0, behind);
        Assert.Equal(Screens, read.Count);
        Assert.InRange(back, TimeSpan.Zero, BackMax);
        (await traffic.End()).AssertSound();
    }

    /// <summary>Until every screen has connected again; each shows by a first read that its session still holds.</summary>
    private static async Task Back(Crowd crowd)
    {
        using var limit = new CancellationTokenSource(BackMax * 2);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (crowd.Tally.Counts["reconnects"] < Screens || crowd.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
