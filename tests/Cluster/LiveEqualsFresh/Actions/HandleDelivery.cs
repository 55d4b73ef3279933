using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Deliveries;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A document at its recipients: opened, registered, assigned, handled, and returned by another unit.</summary>
internal sealed class HandleDelivery : IAction
{
    public IReadOnlyList<string> Covers =>
    [
        "POST /api/documents/{id}/issue", "POST /api/deliveries/{id}/open", "POST /api/deliveries/{id}/register",
        "POST /api/deliveries/{id}/return", "POST /api/deliveries/{id}/assign",
        "POST /api/deliveries/{id}/steps/{step}/open", "POST /api/deliveries/{id}/steps/{step}/finish",
        "POST /api/inbox/done", "hub WatchBoard", "hub UnwatchBoard",
    ];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 2, "unit:01", "unit:00004");
        var board = new BoardMirror(stage.Device(Cast.Clerk), paper.Id);
        await stage.Invoke(Cast.Clerk, "WatchBoard", paper.Id);
        var arrived = await Item(stage, Cast.ProvinceClerk, Box.WaitingReceipt, paper);
        var delivery = arrived.DeliveryId!.Value;
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/open", new { }, delivery);
        await board.AssertEqualsFresh();
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, delivery);
        await board.AssertEqualsFresh();

        var lead = await stage.Seat(Cast.ProvinceSpecialist, "specialist");
        var told = await stage.Seat(Cast.ProvinceLeader, "leader");
        var assignments = new object[] { new { seat = lead, role = "lead" }, new { seat = told, role = "inform" } };
        var dueOn = OfficeDay.Today(TimeProvider.System).AddDays(30);
        await stage.Do(
            Cast.ProvinceLeader, "POST /api/deliveries/{id}/assign", new { assignments, instruction = "Chủ trì tham mưu", dueOn }, delivery);
        var step = await Item(stage, Cast.ProvinceSpecialist, Box.Lead, paper);
        await stage.Do(Cast.ProvinceSpecialist, "POST /api/deliveries/{id}/steps/{step}/open", new { }, delivery, step.Subject);
        await stage.Do(Cast.ProvinceSpecialist, "POST /api/deliveries/{id}/steps/{step}/finish", new { result = "Đã xong" }, delivery, step.Subject);
        await board.AssertEqualsFresh();
        var inform = await Item(stage, Cast.ProvinceLeader, Box.ForInformation, paper);
        await stage.Do(Cast.ProvinceLeader, "POST /api/inbox/done", new { items = new[] { InboxSnapshot.KeyOf(inform) } });

        var other = await Item(stage, Cast.CommuneClerk, Box.WaitingReceipt, paper);
        await stage.Do(Cast.CommuneClerk, "POST /api/deliveries/{id}/return", new { reason = "Sai địa chỉ" }, other.DeliveryId!.Value);
        await board.AssertEqualsFresh();
        await CloseReturn(stage, paper);
        await board.AssertEqualsFresh();
        await stage.Invoke(Cast.Clerk, "UnwatchBoard", paper.Id);
    }

    /// <summary>The sender knows of it: the box does not keep it for ever, and a second closing is no reason to refuse.</summary>
    private static async Task CloseReturn(Stage stage, Paper paper)
    {
        var returned = await Item(stage, Cast.Clerk, Box.Returned, paper);
        for (var times = 0; times < 2; times++)
            await stage.Do(Cast.Clerk, "POST /api/inbox/done", new { items = new[] { InboxSnapshot.KeyOf(returned) } });
        var page = await stage.Person(Cast.Clerk).Get<JsonElement>("/api/inbox?box=returned&take=200");
        Assert.DoesNotContain(page.GetProperty("items").EnumerateArray(), item => item.GetProperty("subject").GetGuid() == returned.Subject);
        var row = await stage.Node.Services.GetRequiredService<IDeliveryReads>().Find(returned.DeliveryId!.Value);
        Assert.Equal((true, stage.Person(Cast.Clerk).Official), (row!.ReturnClosedAt is not null, row.ReturnClosedBy));
    }

    private static Task<InboxItem> Item(Stage stage, string signIn, Box box, Paper paper) =>
        stage.Device(signIn).Item(item => item.Box == box && item.DocumentId.ToString() == paper.Id);
}
