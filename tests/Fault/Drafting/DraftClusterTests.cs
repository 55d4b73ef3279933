using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>Unmodified clients at one draft through three nodes.</summary>
[Collection(BesideCollection.Name)]
public sealed class DraftClusterTests(OfficeCluster cluster)
{
    /// <summary>A client says anew who it is every 15 s, and tests beside this one have the processors as well.</summary>
    private static readonly TimeSpan SeenMax = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Who_is_at_a_draft_is_seen_on_every_node()
    {
        await cluster.Mend();
        using var people = await DraftPeople.At(cluster.Urls[0], cluster.Server(0).DemoPassword);
        await using var editors = Editors.Start();
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await people.Open(editors, [cluster.Urls[node]], $"n{node}x", node == 1 ? "websocket" : "hocuspocus", node);
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await editors.Until($"n{node}x", "others", OfficeCluster.Nodes - 1, SeenMax);
        await editors.Say("n0x", "word", "seen");
        await editors.Until("n1x", "word", "seen", SeenMax);
        await editors.Until("n2x", "word", "seen", SeenMax);
        await editors.Leave("n0x");
        await editors.Until("n1x", "others", OfficeCluster.Nodes - 2, SeenMax);
        await editors.Until("n2x", "others", OfficeCluster.Nodes - 2, SeenMax);
    }
}
