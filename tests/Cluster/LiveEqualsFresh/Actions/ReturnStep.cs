using System.Text.Json;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A coordinator's step that is given back and known, then a lead's, whose work lies on the leader's desk again.</summary>
internal sealed class ReturnStep : IAction
{
    private const string Assign = "POST /api/deliveries/{id}/assign";
    private const string Return = "POST /api/deliveries/{id}/steps/{step}/return";
    private const string Why = "Không thuộc lĩnh vực";

    public IReadOnlyList<string> Covers => [Return];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 1, "unit:01");
        var board = new BoardMirror(stage.Device(Cast.Clerk), paper.Id);
        await stage.Invoke(Cast.Clerk, "WatchBoard", paper.Id);
        var delivery = (await Item(stage, Cast.ProvinceClerk, Box.WaitingReceipt, paper)).DeliveryId!.Value;
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, delivery);
        var leader = await stage.Seat(Cast.ProvinceLeader, "leader");
        var specialist = await stage.Seat(Cast.ProvinceSpecialist, "specialist");

        await stage.Do(Cast.ProvinceLeader, Assign, Naming((leader, "lead"), (specialist, "coordinate")), delivery);
        var part = await Item(stage, Cast.ProvinceSpecialist, Box.Coordinate, paper);
        var (nobody, _) = await stage.Person(Cast.CommuneLeader).Post($"/api/deliveries/{delivery}/steps/{part.Subject}/return", new { reason = Why });
        Assert.Equal(System.Net.HttpStatusCode.NotFound, nobody);
        await stage.Do(Cast.ProvinceSpecialist, Return, new { reason = Why }, delivery, part.Subject);
        var who = (await stage.Person(Cast.ProvinceSpecialist).Get<JsonElement>("/api/session")).GetProperty("official").GetProperty("name").GetString();
        await Known(stage, paper, who);

        var own = await Item(stage, Cast.ProvinceLeader, Box.Lead, paper);
        await stage.Do(Cast.ProvinceLeader, "POST /api/deliveries/{id}/steps/{step}/recall", new { reason = "Đổi người" }, delivery, own.Subject);
        await stage.Do(Cast.ProvinceLeader, Assign, Naming((specialist, "lead")), delivery);
        var lead = await Item(stage, Cast.ProvinceSpecialist, Box.Lead, paper);
        await stage.Do(Cast.ProvinceSpecialist, Return, new { reason = Why }, delivery, lead.Subject);
        await board.AssertEqualsFresh();
        var again = await Item(stage, Cast.ProvinceLeader, Box.WaitingMe, paper);
        Assert.Equal((Why, who), (again.Note, again.From));
        await stage.Do(Cast.ProvinceLeader, Assign, Naming((specialist, "lead")), delivery);
        Assert.NotEqual(lead.Subject, (await Item(stage, Cast.ProvinceSpecialist, Box.Lead, paper)).Subject);
        await stage.Invoke(Cast.Clerk, "UnwatchBoard", paper.Id);
    }

    /// <summary>From whom it came back and why; once that is known the box does not keep it, and knowing it twice is no reason to refuse.</summary>
    private static async Task Known(Stage stage, Paper paper, string? who)
    {
        var returned = await Item(stage, Cast.ProvinceLeader, Box.Returned, paper);
        Assert.Equal((Why, who), (returned.Note, returned.From));
        for (var times = 0; times < 2; times++)
            await stage.Do(Cast.ProvinceLeader, "POST /api/inbox/done", new { items = new[] { InboxSnapshot.KeyOf(returned) } });
        var page = await stage.Person(Cast.ProvinceLeader).Get<JsonElement>("/api/inbox?box=returned&take=200");
        Assert.DoesNotContain(page.GetProperty("items").EnumerateArray(), item => item.GetProperty("subject").GetGuid() == returned.Subject);
    }

    private static object Naming(params (SeatId Seat, string Role)[] to) =>
        new { assignments = to.Select(one => new { seat = one.Seat, role = one.Role }), instruction = "Đồng chí xem" };

    private static Task<InboxItem> Item(Stage stage, string signIn, Box box, Paper paper) =>
        stage.Device(signIn).Item(item => item.DocumentId.ToString() == paper.Id && item.Box == box);
}
