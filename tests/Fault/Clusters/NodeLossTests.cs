using System.Diagnostics;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// What happens to nodes while people work: all killed, one hung, two clusters. What is held of a hung one has room: beside four
/// builds it was missed in half the time, and others' notes took a twentieth (decision 0023).
/// </summary>
[Collection(BesideCollection.Name)]
public sealed class NodeLossTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(70);

    private static readonly TimeSpan ListedMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ListedEvery = TimeSpan.FromMilliseconds(200);

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

    /// <summary>What operators read of it is asked at another node, as they would.</summary>
    [Fact]
    public async Task A_hung_node_is_left_and_stops_itself_when_it_wakes_and_operators_see_it_not_answer_lost_and_there_again()
    {
        var dice = new Dice();
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        await traffic.Acknowledged(300);
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        var (next, last) = ((node + 1) % OfficeCluster.Nodes, (node + 2) % OfficeCluster.Nodes);
        using var desk = new ClusterDesk(cluster, next);
        var me = await desk.SignIn("operator");
        var at = traffic.Now;
        cluster.Server(node).Suspend();
        var seen = SeenHung();
        var dead = await cluster.DeclaredDead(node, TimeSpan.FromSeconds(60));
        await NoteTraffic.For(Hung - dead);
        var until = traffic.Now;
        var (outage, others) = (Outage.Of(traffic.History, at, until), Outage.Of(traffic.History, at, until, except: cluster.Urls[node]));
        cluster.Server(node).Resume();
        await cluster.Server(node).Ended(TimeSpan.FromSeconds(60));
        await cluster.Mend();
        await seen;
        await desk.Says(me, node, "ready");
        var judgement = await traffic.End();
        var figures = traffic.Figures(at, until)
            .Of(Bars.HungDeclaredDead, dead)
            .Of(Bars.HungOthersP99, others.P99)
            .Of(Bars.HungSeen, traffic.History.SeenMax(at, until));
        output.WriteLine($"SIGSTOP for {Hung.TotalSeconds:0} s: {figures}; {outage}");
        judgement.AssertSound();
        figures.AssertHeld();

        async Task SeenHung()
        {
            await desk.NoLongerAnswers(me, node);
            await desk.Says(me, last, "ready");
            await desk.Says(me, node, "declaredDead");
        }
    }

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
}
