using System.Diagnostics;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>Unmodified clients write one draft through three nodes while connections and nodes break.</summary>
[Collection(ClusterCollection.Name)]
public sealed class DraftClusterTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int Clients = 16;
    private const int Kills = 3;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task All_end_equal_when_connections_and_every_node_once_are_cut()
    {
        using var people = await DraftPeople.At(cluster.Urls[0], cluster.Server(0).DemoPassword);
        await using var editors = Editors.Start();
        var names = await people.Open(editors, cluster.Urls, Clients);
        await editors.Do("traffic", new() { ["typing"] = 0.15, ["cutting"] = 0.002, ["every"] = 50 });
        for (var node = 0; node < Kills; node++)
        {
            // One of the three holds the draft's grain.
            await editors.Do("untilTyped", new() { ["letters"] = 150, ["milliseconds"] = Calm.TotalMilliseconds });
            await cluster.Kill(node);
            await editors.Do("untilTyped", new() { ["letters"] = 150, ["milliseconds"] = Calm.TotalMilliseconds });
            await cluster.Mend();
        }

        await editors.Do("stop");
        var calm = Stopwatch.GetTimestamp();
        foreach (var name in names)
            await editors.Until(name, "saved", max: Calm);
        await editors.Until(names[0], "equal", max: Calm);
        output.WriteLine($"{Clients} clients, each node killed once: equal {Stopwatch.GetElapsedTime(calm).TotalSeconds:0.0} s after the last word");

        await people.Open(editors, cluster.Urls, "late", "hocuspocus", 0);
        await editors.Until("late", "synced");
        await editors.Until("late", "equal");
        await DraftTally.AssertWhole(editors, "late", output);
    }

    [Fact]
    public async Task Who_is_at_a_draft_is_seen_on_every_node()
    {
        using var people = await DraftPeople.At(cluster.Urls[0], cluster.Server(0).DemoPassword);
        await using var editors = Editors.Start();
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await people.Open(editors, [cluster.Urls[node]], $"n{node}x", node == 1 ? "websocket" : "hocuspocus", node);
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await editors.Until($"n{node}x", "others", OfficeCluster.Nodes - 1);
        await editors.Say("n0x", "word", "seen");
        await editors.Until("n1x", "word", "seen");
        await editors.Until("n2x", "word", "seen");
        await editors.Leave("n0x");
        await editors.Until("n1x", "others", OfficeCluster.Nodes - 2);
        await editors.Until("n2x", "others", OfficeCluster.Nodes - 2);
    }
}
