using System.Text.Json;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A document that its body asks back: one unit agrees in the middle of the work, another refuses.</summary>
internal sealed class RecallDocument : IAction
{
    public IReadOnlyList<string> Covers =>
    [
        "POST /api/documents/{id}/recall", "POST /api/deliveries/{id}/recall/agree", "POST /api/deliveries/{id}/recall/refuse",
    ];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 2, "unit:01", "unit:00004");
        var board = new BoardMirror(stage.Device(Cast.Clerk), paper.Id);
        await stage.Invoke(Cast.Clerk, "WatchBoard", paper.Id);
        var working = await Assigned(stage, paper);

        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/recall", new { reason = "Sai căn cứ ban hành" }, paper.Id);
        await Item(stage, Cast.ProvinceClerk, Box.Recall, paper);
        var unregistered = await Item(stage, Cast.CommuneClerk, Box.Recall, paper);
        await stage.AssertLiveEqualsFresh("the round of the recall");
        await board.AssertEqualsFresh();

        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/recall/agree", new { }, working);
        await board.AssertEqualsFresh();
        var cancelled = await stage.Person(Cast.ProvinceClerk).Get<JsonElement>($"/api/documents/{paper.Id}");
        Assert.Equal((true, ""), (cancelled.GetProperty("cancelled").GetBoolean(), cancelled.GetProperty("body").GetString()));
        Assert.DoesNotContain(stage.Device(Cast.ProvinceSpecialist).Snapshot.Items!.Values, item => item.DocumentId.ToString() == paper.Id);
        var (forgotten, _) = await stage.Person(Cast.ProvinceSpecialist).Send(HttpMethod.Get, $"/api/documents/{paper.Id}", null);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, forgotten);

        await stage.Do(
            Cast.CommuneClerk, "POST /api/deliveries/{id}/recall/refuse", new { reason = "Đã niêm yết công khai" }, unregistered.DeliveryId!.Value);
        await board.Until(shown => shown?.EndedAt is not null);
        await stage.AssertLiveEqualsFresh("the end of the recall");
        await board.AssertEqualsFresh();
        var ended = await stage.Person(Cast.Clerk).Get<JsonElement>($"/api/documents/{paper.Id}");
        Assert.Equal("recalled", ended.GetProperty("state").GetString());
        var recall = ended.GetProperty("recall");
        Assert.Equal((1, 0, 1), (Count("agreed"), Count("waiting"), Count("refused")));
        await stage.Do(Cast.CommuneClerk, "POST /api/deliveries/{id}/register", new { }, unregistered.DeliveryId!.Value);
        await stage.Invoke(Cast.Clerk, "UnwatchBoard", paper.Id);

        int Count(string answer) => recall.GetProperty(answer).GetInt32();
    }

    private static async Task<DeliveryId> Assigned(Stage stage, Paper paper)
    {
        var delivery = (await Item(stage, Cast.ProvinceClerk, Box.WaitingReceipt, paper)).DeliveryId!.Value;
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, delivery);
        var lead = await stage.Seat(Cast.ProvinceSpecialist, "specialist");
        await stage.Do(
            Cast.ProvinceLeader, "POST /api/deliveries/{id}/assign", new { assignments = new[] { new { seat = lead, role = "lead" } } }, delivery);
        return delivery;
    }

    private static Task<InboxItem> Item(Stage stage, string signIn, Box box, Paper paper) =>
        stage.Device(signIn).Item(item => item.DocumentId.ToString() == paper.Id && item.Box == box);
}
