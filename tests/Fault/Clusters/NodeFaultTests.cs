using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What happens to nodes while people work: killed, told to leave, hung.</summary>
[Collection(ClusterCollection.Name)]
public sealed class NodeFaultTests(OfficeCluster cluster, ITestOutputHelper output) 
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(70);
    private static readonly TimeSpan Starving = TimeSpan.FromSeconds(20);

    /// <summary>The time that it serves on.</summary>
    private static readonly TimeSpan SeenMax = TimeSpan.FromSeconds(2);

    private const int Leaver = 1;
    private const int LeavingTries = 6;

    private static readonly TimeSpan ListedMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ListedEvery = TimeSpan.FromMilliseconds(200);

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
    public async Task Kill_9_of_all_nodes_loses_and_doubles_nothing()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        await Task.WhenAll(Enumerable.Range(0, OfficeCluster.Nodes).Select(cluster.Kill));
        await cluster.Mend();
        var started = traffic.Now;
        await traffic.Acknowledged(300);
        output.WriteLine($"kill -9 of all: three nodes serve again after {(started - at).TotalSeconds:0.0} s; {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
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
    public async Task A_hung_node_is_left_and_stops_itself_when_it_wakes()
    {
        var dice = new Dice();
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        await traffic.Acknowledged(300);
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        var at = traffic.Now;
        cluster.Server(node).Suspend();
        var dead = await cluster.DeclaredDead(node, TimeSpan.FromSeconds(60));
        await NoteTraffic.For(Hung - dead);
        var until = traffic.Now;
        var (outage, others) = (Outage.Of(traffic.History, at, until), Outage.Of(traffic.History, at, until, except: cluster.Urls[node]));
        cluster.Server(node).Resume();
        await cluster.Server(node).Ended(TimeSpan.FromSeconds(60));
        await cluster.Mend();
        var judgement = await traffic.End();
        var figures = traffic.Figures(at, until)
            .Of(Bars.HungDeclaredDead, dead)
            .Of(Bars.HungOthersP99, others.P99)
            .Of(Bars.HungSeen, traffic.History.SeenMax(at, until));
        output.WriteLine($"SIGSTOP for {Hung.TotalSeconds:0} s: {figures}; {outage}");
        judgement.AssertSound();
        figures.AssertHeld();
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

    /// <summary>A second cluster on the same database calls up grains that live in the first: every key has two deciders.</summary>
    [Fact]
    public async Task Two_clusters_on_one_database_are_kept_apart_by_the_positions()
    {
        await using var stranger = await cluster.Stranger();
        await using var traffic = await NoteTraffic.Start(cluster, new Dice(), stranger.Url);
        await traffic.Acknowledged(1_500);
        (await traffic.End()).AssertSound();
        Assert.Equal(["stranger"], await OtherDeciders());
        await Said(stranger, "Another cluster decides on this database: fault");
    }

    /// <summary>It looks at its start and twice a minute.</summary>
    private static async Task Said(ServerProcess server, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!server.Output.Contains(words, StringComparison.Ordinal))
        {
            Assert.False(limit.IsCancellationRequested, server.Output);
            await NoteTraffic.For(ListedEvery);
        }
    }

    /// <summary>Who else decides, as the operators' page has it: where the database is slow to say it, it names nobody yet.</summary>
    private async Task<IReadOnlyList<string?>> OtherDeciders()
    {
        using var desk = new ClusterDesk(cluster, 0);
        using var timer = new PeriodicTimer(ListedEvery);
        var (me, began) = (await desk.SignIn("operator"), Stopwatch.GetTimestamp());
        while (true)
        {
            var list = await desk.Read(me, "/api/operator/nodes");
            List<string?> names = [.. list.GetProperty("otherDeciders").EnumerateArray().Select(name => name.GetString())];
            if (names.Count > 0 || Stopwatch.GetElapsedTime(began) > ListedMax)
                return names;
            await timer.WaitForNextTickAsync();
        }
    }

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
