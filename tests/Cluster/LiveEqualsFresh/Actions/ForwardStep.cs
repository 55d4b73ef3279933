using System.Text.Json;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A step that is handed on, taken back with all that came from it, and given again.</summary>
internal sealed class ForwardStep : IAction
{
    private const string Forward = "POST /api/deliveries/{id}/steps/{step}/forward";
    private const string Recall = "POST /api/deliveries/{id}/steps/{step}/recall";

    public IReadOnlyList<string> Covers => [Forward, Recall];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 1, "unit:01");
        var delivery = (await Item(stage, Cast.ProvinceClerk, Box.WaitingReceipt, paper)).DeliveryId!.Value;
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, delivery);
        var leader = await stage.Seat(Cast.ProvinceLeader, "leader");
        var specialist = await stage.Seat(Cast.ProvinceSpecialist, "specialist");
        await stage.Do(Cast.ProvinceLeader, "POST /api/deliveries/{id}/assign", Naming(specialist, "lead"), delivery);
        var first = await Item(stage, Cast.ProvinceSpecialist, Box.Lead, paper);

        var (nobody, _) = await stage.Person(Cast.CommuneLeader).Post($"/api/deliveries/{delivery}/steps/{first.Subject}/forward", Naming(leader, "lead"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, nobody);
        var named = await stage.Person(Cast.ProvinceSpecialist).Get<JsonElement>($"/api/deliveries/{delivery}/assignees");
        Assert.Contains(named.EnumerateArray(), one => one.GetProperty("seat").GetInt32() == leader.Value);
        await stage.Do(Cast.ProvinceSpecialist, Forward, Naming(leader, "inform"), delivery, first.Subject);
        await stage.Do(Cast.ProvinceSpecialist, Forward, Naming(leader, "lead"), delivery, first.Subject);
        await Item(stage, Cast.ProvinceLeader, Box.Lead, paper);

        await stage.Do(Cast.ProvinceLeader, Recall, new { reason = "Giao nhầm" }, delivery, first.Subject);
        Assert.DoesNotContain(stage.Device(Cast.ProvinceLeader).Snapshot.Items!.Values, item =>
            item.DocumentId.ToString() == paper.Id && item.Box is Box.Lead or Box.ForInformation);
        await Item(stage, Cast.ProvinceLeader, Box.WaitingMe, paper);
        await stage.Do(Cast.ProvinceLeader, "POST /api/deliveries/{id}/assign", Naming(specialist, "lead"), delivery);
        var again = await Item(stage, Cast.ProvinceSpecialist, Box.Lead, paper);
        Assert.NotEqual(first.Subject, again.Subject);
        await stage.Do(
            Cast.ProvinceSpecialist, "POST /api/deliveries/{id}/steps/{step}/finish", new { result = "Đã xong" }, delivery, again.Subject);
    }

    private static object Naming(Contracts.Organisation.SeatId seat, string role) =>
        new { assignments = new[] { new { seat, role } }, instruction = "Đồng chí làm tiếp" };

    private static Task<InboxItem> Item(Stage stage, string signIn, Box box, Paper paper) =>
        stage.Device(signIn).Item(item => item.DocumentId.ToString() == paper.Id && item.Box == box);
}
