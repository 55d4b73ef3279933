using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>Five clerks share the centre's desk: one registers, and the counters of the other four fall by what is pushed to them.</summary>
internal sealed class ShareDesk : IAction
{
    private static readonly string[] Clerks = [Cast.Clerk, "clerk2.tw", "clerk3.tw", "clerk4.tw", "clerk5.tw"];

    public IReadOnlyList<string> Covers => ["POST /api/deliveries/{id}/register"];

    public async Task Play(Stage stage)
    {
        var paper = await Sent(stage);
        var arrived = await stage.Device(Cast.Clerk).Item(item => item.Box == Box.WaitingReceipt && item.DocumentId.ToString() == paper);
        await stage.AssertLiveEqualsFresh("the arrival at a shared desk");
        var before = Clerks.Select(clerk => Waiting(stage.Device(clerk))).ToList();
        Assert.All(before, count => Assert.True(count > 0));
        var caughtUp = Clerks.Select(clerk => stage.Device(clerk).CatchUps).ToList();

        await stage.Do("clerk3.tw", "POST /api/deliveries/{id}/register", new { }, arrived.DeliveryId!.Value);

        Assert.Equal(before.Select(count => count - 1), Clerks.Select(clerk => Waiting(stage.Device(clerk))));
        Assert.All(Clerks, clerk => Assert.DoesNotContain(InboxSnapshot.KeyOf(arrived), Open(stage.Device(clerk))));
        Assert.Equal(caughtUp, Clerks.Select(clerk => stage.Device(clerk).CatchUps));
    }

    private static int Waiting(Watcher device) => device.Snapshot.Counters.GetValueOrDefault(Box.WaitingReceipt)?.Total ?? 0;

    private static IEnumerable<ItemKey> Open(Watcher device) => device.Snapshot.Items!.Where(item => item.Value.Box == Box.WaitingReceipt).Select(item => item.Key);

    /// <summary>A letter of the province to the centre; its id.</summary>
    private static async Task<string> Sent(Stage stage)
    {
        var receipt = await stage.Do(Cast.ProvinceSpecialist, "POST /api/documents", Paper.Draft(words: "Báo cáo Trung ương"));
        var id = receipt.GetProperty("stream").GetString()!;
        await stage.Do(Cast.ProvinceSpecialist, "POST /api/documents/{id}/submit", new { }, id);
        await stage.Do(Cast.ProvinceLeader, "POST /api/documents/{id}/clear", new { }, id);
        await stage.Do(Cast.ProvinceClerk, "POST /api/documents/{id}/clear", new { }, id);
        await stage.Do(Cast.ProvinceLeader, "POST /api/documents/{id}/sign", new { password = stage.Node.Password, capacity = "inPerson" }, id);
        await stage.Do(Cast.ProvinceClerk, "POST /api/documents/{id}/number", new { }, id);
        await stage.Do(Cast.ProvinceClerk, "POST /api/documents/{id}/seal", new { }, id);
        var choice = new { recipients = new[] { "unit:TW" }, except = Array.Empty<string>(), confirmUnits = 1 };
        await stage.Do(Cast.ProvinceClerk, "POST /api/documents/{id}/issue", choice, id);
        return id;
    }
}
