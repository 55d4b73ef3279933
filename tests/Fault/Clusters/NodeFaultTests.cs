using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What happens to nodes while people work, held to times: killed, told to leave, stopped for moments, starved.</summary>
[Collection(ClusterCollection.Name)]
public sealed class NodeFaultTests(OfficeCluster cluster, ITestOutputHelper output) 
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Starving = TimeSpan.FromSeconds(20);

    /// <summary>The time that it serves on.</summary>
    private static readonly TimeSpan SeenMax = TimeSpan.FromSeconds(2);

    private const int Leaver = 1;
    private const int LeavingTries = 6;

    private const int ShortStops = 100;

    private const int Hungry = 16;

    [Fact]
    public async Task Kill_9_of_one_of_three_nodes_loses_and_doubles_nothing()
    {
        var dice = new Dice();
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        await traffic.Acknowledged(300);
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        var at = traffic.Now;
        await cluster.Kill(node);
        var dead = await cluster.DeclaredDead(node, TimeSpan.FromSeconds(60));
        await NoteTraffic.For(Settling);
        var (until, outage) = (traffic.Now, Outage.Of(traffic.History, at, traffic.Now));
        await cluster.Mend();
        var judgement = await traffic.End();
        var figures = traffic.Figures(at, until)
            .Of(Bars.KilledDeclaredDead, dead)
            .Of(Bars.KilledMedian, outage.Median)
            .Of(Bars.KilledWorst, outage.Worst)
            .Of(Bars.KilledSeen, traffic.History.SeenMax(at, until));
        output.WriteLine($"kill -9: {figures}; {outage}");
        judgement.AssertSound();
        figures.AssertHeld();
    }

    [Fact]
    public async Task A_node_that_is_told_to_leave_fails_nobody()
    {
        var dice = new Dice();
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        await traffic.Acknowledged(300);
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        var at = traffic.Now;
        var (exit, took) = await cluster.Drain(node);
        await NoteTraffic.For(TimeSpan.FromSeconds(5));
        var (until, outage) = (traffic.Now, Outage.Of(traffic.History, at, traffic.Now));
        await cluster.Mend();
        var judgement = await traffic.End();
        var figures = traffic.Figures(at, until).Of(Bars.Gone, took).Of(Bars.DrainedWorst, outage.Worst);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"drain: {figures}; acknowledged and seen after at most {traffic.History.SeenMax(at, until).TotalSeconds:0.0} s; {outage}"));
        judgement.AssertSound();
        Assert.Equal(0, exit);
        Assert.True(outage.SendsMax <= figures.SendsMax, $"A note was sent {outage.SendsMax} times: one retry must do.");
        figures.AssertHeld();
    }

    /// <summary>
    /// Who sends people to nodes looks whether they are ready; until that is seen, people still come. Where this machine took
    /// so long to look that the node was right to be gone, nothing is known, and it is told again.
    /// </summary>
    [Fact]
    public async Task A_node_that_is_told_to_leave_is_not_ready_at_once_and_serves_on()
    {
        using var http = Api.Pool(TimeSpan.FromSeconds(10));
        using var probe = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var (looked, note, exit) = (TimeSpan.MaxValue, (Reply<Receipt>?)null, 0);
        for (var tries = 0; tries < LeavingTries && looked > SeenMax; tries++)
        {
            await cluster.Mend();
            var api = new Api(http, cluster.Urls, Leaver, cluster.Sessions[0]);
            var me = (await api.Read<Me>("/api/session", CancellationToken.None)).Official.Id.Value;
            var began = Stopwatch.GetTimestamp();
            var gone = cluster.Drain(Leaver);
            while (await IsReady(probe))
            {
            }

            var id = Guid.NewGuid();
            note = await Send(sentBefore: false);
            // That it is not known whether the note was taken is no refusal.
            if (note.Code == "unknownOutcome" && Stopwatch.GetElapsedTime(began) <= SeenMax)
                note = await Send(sentBefore: true);
            looked = Stopwatch.GetElapsedTime(began);
            (exit, _) = await gone;

            Task<Reply<Receipt>> Send(bool sentBefore)
            {
                api.Return();
                return api.SendOnce<Receipt>(
                    HttpMethod.Post, "/api/notes", new { to = me, text = "còn phục vụ" }, id, CancellationToken.None, sentBefore: sentBefore);
            }
        }

        await cluster.Mend();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told to leave: not ready, and a note was taken after that, within {looked.TotalSeconds:0.00} s"));
        Assert.InRange(looked, TimeSpan.Zero, SeenMax);
        Assert.True(note!.IsOk, $"{note.Status} {note.Code}");
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_hundred_short_stops_at_random_moments_change_nothing()
    {
        var dice = new Dice();
        await cluster.NobodyDies(output, async () =>
        {
            await using var traffic = await NoteTraffic.Start(cluster, dice);
            await traffic.Acknowledged(300);
            var (at, before) = (traffic.Now, await cluster.Dead());
            for (var stop = 0; stop < ShortStops; stop++)
            {
                var server = cluster.Server(dice.Between(0, OfficeCluster.Nodes - 1));
                server.Suspend();
                // The lower of two throws: long ones come, and seldom.
                await NoteTraffic.For(TimeSpan.FromMilliseconds(Math.Min(dice.Between(10, 500), dice.Between(10, 500))));
                server.Resume();
                await NoteTraffic.For(TimeSpan.FromMilliseconds(dice.Between(1, 100)));
            }

            output.WriteLine($"{ShortStops} short SIGSTOPs: {Outage.Of(traffic.History, at, traffic.Now)}");
            (await traffic.End()).AssertSound();
            return (before, traffic.StoodStill(at, traffic.Now));
        });
    }

    [Fact]
    public Task Nodes_that_starve_for_CPU_are_not_declared_dead() => cluster.NobodyDies(output, async () =>
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var (at, before) = (traffic.Now, await cluster.Dead());
        using (var eaten = new CancellationTokenSource(Starving))
        {
            var eaters = Enumerable.Range(0, Hungry).Select(_ => Task.Factory.StartNew(
                () => Eat(eaten.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            await Task.WhenAll(eaters);
        }

        output.WriteLine($"{Hungry} threads that eat the CPU for {Starving.TotalSeconds:0} s: {traffic.Figures(at, traffic.Now).Machine}; {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
        return (before, traffic.StoodStill(at, traffic.Now));
    });

    private async Task<bool> IsReady(HttpClient probe)
    {
        try
        {
            using var answer = await probe.GetAsync(new Uri(cluster.Metrics(Leaver), "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away.IsNoAnswer())
        {
            return false;
        }
    }

    private static void Eat(CancellationToken end)
    {
        var eaten = 0L;
        while (!end.IsCancellationRequested)
            eaten += eaten % 7;
    }
}
