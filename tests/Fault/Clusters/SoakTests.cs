using System.Globalization;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>One fault after the other, each at a random moment, under one traffic that is judged at the end.</summary>
[Collection(ClusterCollection.Name)]
public sealed class SoakTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int Rounds = 20;

    private const int NotesBetween = 200;

    /// <summary>Long enough for a fault to be felt: a dead node is missed after about 3 s.</summary>
    private static readonly TimeSpan Felt = TimeSpan.FromSeconds(5);

    [Fact(Explicit = true)]
    public async Task Twenty_random_faults_in_a_row_lose_double_and_disorder_nothing()
    {
        var dice = new Dice();
        (string Name, Func<int, Task> Do)[] faults =
        [
            ("kill -9 of node #", cluster.Kill),
            ("drain of node #", cluster.Drain),
            ("SIGSTOP for 20 s of node #", Hang),
            ("short SIGSTOP of node #", Stop),
            ("PostgreSQL killed", _ => Restart()),
            ("PostgreSQL paused for 4 s", _ => Pause()),
        ];
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        for (var round = 0; round < Rounds; round++)
        {
            await traffic.Acknowledged(NotesBetween);
            var (fault, node, at) = (faults[dice.Between(0, faults.Length - 1)], dice.Between(0, OfficeCluster.Nodes - 1), traffic.Now);
            await fault.Do(node);
            await NoteTraffic.For(Felt);
            await traffic.Acknowledged(NotesBetween);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round + 1}. {fault.Name.Replace("#", NodeOf(node), StringComparison.Ordinal)}: {Outage.Of(traffic.History, at, traffic.Now)}"));
            await cluster.Mend();
        }

        var judgement = await traffic.End();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judgement.Acknowledged} notes acknowledged, {judgement.Reads} reads"));
        judgement.AssertSound();
    }

    private static string NodeOf(int node) => (node + 1).ToString(CultureInfo.InvariantCulture);

    private async Task Hang(int node)
    {
        var server = cluster.Server(node);
        server.Suspend();
        await NoteTraffic.For(TimeSpan.FromSeconds(20));
        server.Resume();
        await server.Ended(TimeSpan.FromSeconds(60));
    }

    private async Task Stop(int node)
    {
        cluster.Server(node).Suspend();
        await NoteTraffic.For(TimeSpan.FromMilliseconds(400));
        cluster.Server(node).Resume();
    }

    private async Task Restart()
    {
        await cluster.Database.Stop();
        await cluster.Database.Start();
    }

    private async Task Pause()
    {
        cluster.Database.Pause();
        await NoteTraffic.For(TimeSpan.FromSeconds(4));
        cluster.Database.Resume();
    }
}
