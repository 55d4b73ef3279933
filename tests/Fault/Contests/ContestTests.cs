using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>What keeps two deciders apart while several officials act on the same documents through different nodes.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ContestTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int Acts = 150;

    /// <summary>Between two looks a slow machine may refuse nothing although it has not refused all.</summary>
    private const int LooksAlike = 2;

    private static readonly TimeSpan DeadMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RefusedMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(2);

    /// <summary>A job that ends between the two readings makes them differ once.</summary>
    private static readonly TimeSpan EqualMax = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_hung_node_that_wakes_writes_nothing_of_what_it_had_decided()
    {
        var dice = new Dice();
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        await using var traffic = await ContestTraffic.Start(cluster, dice);
        await traffic.Settled(Acts);
        var stale = await StaleDecisions.In(cluster, traffic.Contest, traffic.People, node);
        var dead = cluster.DeclaredDead(node, DeadMax);
        await stale.DecideElsewhere();
        var (unwritten, heads) = (await stale.Unwritten(), await stale.Heads());
        await dead;

        var lost = await Wake(node, stale.LostBefore);
        await cluster.Server(node).Ended(DeadMax);
        Assert.NotEmpty(unwritten);
        Assert.Equal(heads, await stale.Heads());
        Assert.Equal(unwritten, await stale.Unwritten());
        await stale.AskAgain();
        await cluster.Mend();
        var judgement = await traffic.End();
        Say(
            $"hung with {unwritten.Count} decisions unwritten, declared dead after {(await dead).TotalSeconds:0.0} s: on waking {lost} writes refused by their positions, none accepted; {judgement}");
        judgement.AssertSound();
        Assert.InRange(lost, 1, double.MaxValue);
    }

    /// <summary>A second cluster on the same database calls up grains that live in the first, and both decide on everything.</summary>
    [Fact]
    public async Task Two_clusters_that_decide_on_the_same_documents_are_kept_apart_by_the_positions()
    {
        await cluster.Mend();
        var port = OfficeCluster.FreePorts(1)[0];
        await using var stranger = await cluster.Stranger(port);
        Uri[] metrics = [.. Enumerable.Range(0, OfficeCluster.Nodes).Select(cluster.Metrics), OfficeCluster.MetricsAt(port)];
        var before = await Lost(metrics);
        await using var traffic = await ContestTraffic.Start(cluster, new Dice(), stranger.Url);
        await traffic.Settled(Acts * 3);
        await traffic.Rest();
        var lost = (await Lost(metrics)).Zip(before, (now, then) => now - then).ToList();
        var differ = await Differences(traffic);
        var judgement = await traffic.End();
        Say($"two clusters: writes refused by their positions at the nodes {string.Join(", ", lost)}; {judgement}");
        judgement.AssertSound();
        Assert.Empty(differ);
        Assert.Contains(lost, count => count > 0);
    }

    [Fact]
    public async Task Kill_9_of_a_node_and_then_of_PostgreSQL_loses_and_doubles_no_contested_act()
    {
        var dice = new Dice();
        var node = dice.Between(0, OfficeCluster.Nodes - 1);
        await using var traffic = await ContestTraffic.Start(cluster, dice);
        await traffic.Settled(Acts);
        await cluster.Kill(node);
        await traffic.Settled(Acts);
        await cluster.Mend();
        await cluster.Database.Stop();
        await NoteTraffic.For(Away);
        await cluster.Database.Start();
        await traffic.Settled(Acts);
        await cluster.Mend();
        var judgement = await traffic.End();
        Say($"a node killed, then PostgreSQL for {Away.TotalSeconds:0} s: {judgement}");
        judgement.AssertSound();
        Assert.True(judgement.SentAgain > 0, "Nobody noticed.");
    }

    /// <summary>
    /// Lets the node go on before it can read that it was declared dead, as long as it takes to write what it had decided;
    /// how many of its writes were refused by their positions.
    /// </summary>
    private async Task<double> Wake(int node, double already)
    {
        await using var members = await Hold.Members(cluster);
        cluster.Server(node).Resume();
        var began = Stopwatch.GetTimestamp();
        var (lost, alike) = (0.0, 0);
        while ((lost == 0 || alike < LooksAlike) && Stopwatch.GetElapsedTime(began) < RefusedMax)
        {
            await NoteTraffic.For(Fence.Scrape);
            Assert.False(cluster.Server(node).HasExited, cluster.Server(node).Output);
            var now = await Fence.Lost(cluster.Metrics(node)) - already;
            (lost, alike) = (now, now == lost ? alike + 1 : 0);
        }

        return lost;
    }

    private static async Task<IReadOnlyList<double>> Lost(IEnumerable<Uri> metrics) => await Task.WhenAll(metrics.Select(node => Fence.Lost(node)));

    /// <summary>
    /// What a node of the one cluster answers otherwise than the other cluster, of every document and inbox. What differs is
    /// read again until it does not, or the time for that is over.
    /// </summary>
    private static async Task<IReadOnlyList<string>> Differences(ContestTraffic traffic)
    {
        var sender = traffic.Contest.Sender;
        var pages = traffic.History.Commands.Where(one => one.Command.Path == "/api/documents")
            .Select(one => (Func<int, Task<string>>)(node => Page(sender, one, node)));
        var inboxes = traffic.People.All.Select(one => (Func<int, Task<string>>)(node => Inbox(sender, one, node)));
        var differ = await Apart([.. pages, .. inboxes]);
        for (var began = Stopwatch.GetTimestamp(); differ.Count > 0 && Stopwatch.GetElapsedTime(began) < EqualMax;)
        {
            await NoteTraffic.For(Fence.Scrape);
            differ = await Apart(differ.Keys);
        }

        return [.. differ.Values];
    }

    /// <summary>Those of them that the two clusters answer differently, each with both answers.</summary>
    private static async Task<IReadOnlyDictionary<Func<int, Task<string>>, string>> Apart(IEnumerable<Func<int, Task<string>>> readings)
    {
        var differ = new Dictionary<Func<int, Task<string>>, string>();
        foreach (var read in readings)
        {
            var (here, there) = (await read(0), await read(OfficeCluster.Nodes));
            if (here != there)
                differ[read] = $"{here} and {there}";
        }

        return differ;
    }

    private static async Task<string> Page(Sender sender, Settled composed, int node)
    {
        using var page = await sender.Read<JsonDocument>(composed.Command.By, $"/api/documents/{composed.Receipt!.Stream.Value}", node);
        return page.RootElement.GetRawText();
    }

    private static async Task<string> Inbox(Sender sender, Colleague one, int node) =>
        $"the inbox of {one.Name}: {string.Join(", ", (await LiveItems.Fresh(sender.Caller(one, node))).Select(LiveItems.Text))}";

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
