using System.Globalization;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>One fault after the other, each at a random moment, under one traffic that is judged at the end.</summary>
[Collection(ClusterCollection.Name)]
public sealed class SoakTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int Rounds = 20;

    private const int NotesBetween = 200;

    private static readonly TimeSpan ShortHang = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongHang = TimeSpan.FromSeconds(70);

    /// <summary>Long enough for a fault to be felt: a dead node is missed after about 3 s.</summary>
    private static readonly TimeSpan Felt = TimeSpan.FromSeconds(5);

    [Fact(Explicit = true)]
    public async Task Twenty_random_faults_in_a_row_of_each_kind_at_least_one_lose_double_and_disorder_nothing()
    {
        var dice = new Dice();
        var rounds = Plan(dice);
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        foreach (var (round, fault) in rounds.Index())
        {
            await traffic.Acknowledged(NotesBetween);
            var (node, at, dead) = (dice.Between(0, OfficeCluster.Nodes - 1), traffic.Now, await cluster.Dead());
            await fault.Make(node);
            await NoteTraffic.For(Felt);
            await traffic.Acknowledged(NotesBetween);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round + 1}. {fault.Name.Replace("#", NodeOf(node), StringComparison.Ordinal)}: {Outage.Of(traffic.History, at, traffic.Now)}"));
            if (fault.EndsNode)
                await cluster.Mend();
            else
                await cluster.AssertNobodyDied(dead);
            // Otherwise all people end at the nodes that happened to be spared.
            traffic.Spread();
        }

        var judgement = await traffic.End();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judgement.Acknowledged} notes acknowledged, {judgement.Reads} reads"));
        judgement.AssertSound();
    }

    /// <summary>Each kind once, and then any of them, the long hang left aside; in any order.</summary>
    private Fault[] Plan(Dice dice)
    {
        Fault[] any =
        [
            new("kill -9 of node #", cluster.Kill, EndsNode: true),
            new("drain of node #", cluster.Drain, EndsNode: true),
            new("short SIGSTOP of node #", Stop, EndsNode: false),
            new("PostgreSQL killed", _ => Kill(), EndsNode: false),
            new("PostgreSQL restarted", _ => cluster.Database.Restart(), EndsNode: false),
            new("PostgreSQL paused for 4 s", _ => Pause(), EndsNode: false),
            new("SIGSTOP for 20 s of node #", node => Hang(node, ShortHang), EndsNode: true),
        ];
        Fault[] once = [.. any[..^1], new("SIGSTOP for 70 s of node #", node => Hang(node, LongHang), EndsNode: true)];
        return dice.Shuffled([.. once, .. Enumerable.Range(0, Rounds - once.Length).Select(_ => any[dice.Between(0, any.Length - 1)])]);
    }

    private static string NodeOf(int node) => (node + 1).ToString(CultureInfo.InvariantCulture);

    private async Task Hang(int node, TimeSpan time)
    {
        var server = cluster.Server(node);
        server.Suspend();
        await NoteTraffic.For(time);
        server.Resume();
        await server.Ended(TimeSpan.FromSeconds(60));
    }

    private async Task Stop(int node)
    {
        cluster.Server(node).Suspend();
        await NoteTraffic.For(TimeSpan.FromMilliseconds(400));
        cluster.Server(node).Resume();
    }

    private async Task Kill()
    {
        await cluster.Database.Kill();
        await cluster.Database.Start();
    }

    private async Task Pause()
    {
        cluster.Database.Pause();
        await NoteTraffic.For(TimeSpan.FromSeconds(4));
        cluster.Database.Resume();
    }

    /// <param name="Name">Its words; # stands for the node's number.</param>
    /// <param name="Make">Makes it, on this node where it is one of a node.</param>
    /// <param name="EndsNode">Whether the node's process ends by it. By any other fault none may end.</param>
    private sealed record Fault(string Name, Func<int, Task> Make, bool EndsNode);
}
