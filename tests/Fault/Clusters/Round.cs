using System.Text.Json;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Drafting;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What an office does of a day beside its notes, once round.</summary>
internal static class Round
{
    private const int Words = 60;
    private const double WordsPerSecond = 20;
    private const int StepMs = 50;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);

    /// <summary>A directive from the centre to everybody, until its board shows it at every unit, and one of them has registered it.</summary>
    /// <returns>How many units.</returns>
    public static async Task<int> Directive(OfficeCluster cluster)
    {
        using var desk = new ClusterDesk(cluster, 0);
        var (clerk, leader, province) = (await desk.SignIn("clerk.tw"), await desk.SignIn("leader.tw"), await desk.SignIn("clerk.01"));
        var id = await desk.Issued(clerk, leader);
        await Totals(desk, clerk, id, totals => Of(totals, "arrived") == Of(totals, "units"));
        var waiting = await desk.Read(province, "/api/inbox?box=waitingReceipt&take=100");
        var delivery = waiting.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("documentId").GetGuid() == id).GetProperty("deliveryId").GetGuid();
        await desk.Until(province, $"/api/deliveries/{delivery}/register");
        return Of(await Totals(desk, clerk, id, totals => Of(totals, "registered") == 1), "units");
    }

    /// <summary>Two people write one draft, by these nodes: whatever either typed is there once, in its order, for both.</summary>
    public static async Task Draft(OfficeCluster cluster, Uri one, Uri other, ITestOutputHelper output)
    {
        using var people = await DraftPeople.At(cluster.Urls[0], cluster.Server(0).DemoPassword);
        await using var editors = Editors.Start();
        await people.Open(editors, [one], "one", "hocuspocus", 0);
        await people.Open(editors, [other], "other", "websocket", 1);
        string[] both = ["one", "other"];
        foreach (var name in both)
            await editors.Until(name, "synced");
        await editors.Traffic(WordsPerSecond, cutsPerSecond: 0, both.Length, StepMs);
        await editors.Do("untilTyped", new() { ["letters"] = Words, ["milliseconds"] = Calm.TotalMilliseconds });
        await editors.Do("stop");
        foreach (var name in both)
            await editors.Until(name, "saved", max: Calm);
        await editors.Until("one", "equal", max: Calm);
        await DraftTally.AssertWhole(editors, "one", output);
        await DraftTally.AssertWhole(editors, "other", output);
    }

    /// <summary>The totals of the document's board, asked for until they are as wanted.</summary>
    private static async Task<JsonElement> Totals(ClusterDesk desk, string clerk, Guid document, Func<JsonElement, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(Calm);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var totals = (await desk.Read(clerk, $"/api/documents/{document}/board")).GetProperty("totals");
            if (isWanted(totals))
                return totals;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private static int Of(JsonElement totals, string name) => totals.GetProperty(name).GetInt32();
}
