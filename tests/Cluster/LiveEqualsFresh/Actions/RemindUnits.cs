using System.Text.Json;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A document that lies too long at two desks, an immediate one that a clerk hands to the leader, and one that nobody opens.</summary>
internal sealed class RemindUnits : IAction
{
    /// <summary>The longest that a document may lie before its sender reminds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(5);

    public IReadOnlyList<string> Covers => ["POST /api/documents/{id}/remind", "POST /api/deliveries/{id}/hand-over"];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 2, "unit:01", "unit:00004");
        await stage.Device(Cast.ProvinceClerk).Item(item => item.DocumentId.ToString() == paper.Id);
        await stage.Node.Execute($"UPDATE delivery SET arrived_at_ms = arrived_at_ms - {Late.TotalMilliseconds}");

        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/remind", new { }, paper.Id);
        foreach (var clerk in (string[])[Cast.ProvinceClerk, Cast.CommuneClerk])
            await stage.Device(clerk).Item(item => item.DocumentId.ToString() == paper.Id && item.RemindedAt is not null);
        await stage.AssertLiveEqualsFresh("the round of the reminder");
        var (again, refused) = await stage.Person(Cast.Clerk).Send(HttpMethod.Post, $"/api/documents/{paper.Id}/remind", new { });
        Assert.Equal((System.Net.HttpStatusCode.Conflict, "nothingToRemind"), (again, refused.GetProperty("code").GetString()));
        var board = await stage.Person(Cast.Clerk).Get<JsonElement>($"/api/documents/{paper.Id}/board");
        Assert.Equal((0, 2), (board.GetProperty("remindable").GetInt32(), board.GetProperty("late").GetArrayLength()));
        var reminded = await stage.Device(Cast.ProvinceClerk).Item(item => item.DocumentId.ToString() == paper.Id);
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, reminded.DeliveryId!.Value);

        var immediate = await Paper.Issued(stage, "immediate", 1, "unit:01");
        var item = await stage.Device(Cast.ProvinceClerk).Item(one => one.DocumentId.ToString() == immediate.Id && one.Box == Box.WaitingReceipt);
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/hand-over", new { }, item.DeliveryId!.Value);
        await stage.Device(Cast.ProvinceLeader).Item(one => one.DocumentId.ToString() == immediate.Id && one.Reason == Reason.Escalated);
        await stage.Do(Cast.ProvinceClerk, "POST /api/deliveries/{id}/register", new { }, item.DeliveryId!.Value);

        var unopened = await Paper.Issued(stage, "immediate", 1, "unit:01");
        await stage.Device(Cast.ProvinceClerk).Item(one => one.DocumentId.ToString() == unopened.Id);
        await stage.Node.Execute("UPDATE delivery SET escalate_at_ms = 0 WHERE escalate_at_ms IS NOT NULL AND escalated_at_ms IS NULL");
        var told = await stage.Device(Cast.ProvinceLeader).Item(one => one.DocumentId.ToString() == unopened.Id && one.Reason == Reason.Escalated);
        await stage.AssertLiveEqualsFresh("the clock telling the leader");
        await stage.Do(Cast.ProvinceLeader, "POST /api/deliveries/{id}/open", new { }, told.DeliveryId!.Value);
    }
}
