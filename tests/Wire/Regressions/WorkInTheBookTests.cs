using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>
/// A register once named today's holder of a seat for what another had finished there, and knew no deadline but the sender's.
/// </summary>
public sealed class WorkInTheBookTests
{
    private const string Unit = "00004";

    [Fact]
    public async Task The_book_and_the_page_keep_who_did_the_work_and_the_deadline_that_the_leader_gave()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var clerk = await node.Enter("clerk.tw");
        using var registry = await node.Enter($"clerk.{Unit}");
        using var leader = await node.Enter($"leader.{Unit}");
        using var specialist = await node.Enter($"specialist.{Unit}");
        using var successor = await node.Enter($"leader3.{Unit}");
        var document = await Issue(node, clerk);
        var delivery = $"/api/deliveries/{(await Delivery(registry, document)).GetProperty("id").GetString()}";
        await registry.Act($"{delivery}/register");
        var me = await specialist.Get<JsonElement>("/api/session");
        var name = me.GetProperty("official").GetProperty("name").GetString();
        var seat = me.GetProperty("seats").EnumerateArray().First(one => one.GetProperty("role").GetString() == "specialist").GetProperty("id").GetInt32();
        var dueOn = OfficeDay.Today(TimeProvider.System).AddDays(9);
        var due = dueOn.ToString("O", CultureInfo.InvariantCulture);
        await leader.Act($"{delivery}/assign", new { assignments = new[] { new { seat, role = "lead" } }, dueOn });
        Assert.Equal((name, due), await Line(registry));
        Assert.Equal(due, (await Delivery(registry, document)).GetProperty("dueOn").GetString());

        await specialist.Act($"{delivery}/steps/{await Step(leader, document, seat)}/finish", new { result = "Đã xong" });
        await node.Execute($"UPDATE seat_holder SET official_id = {successor.Official.Value} WHERE seat_id = {seat} AND official_id = {specialist.Official.Value}");
        Assert.Equal((name, due), await Line(registry));
    }

    private static async Task<string> Issue(OfficeNode node, Person clerk)
    {
        using var leader = await node.Enter("leader.tw");
        var draft = new { type = "CV", @abstract = "Việc có hạn", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<object>() };
        var document = $"/api/documents/{(await clerk.Act("/api/documents", draft)).GetProperty("stream").GetString()}";
        await clerk.Act($"{document}/submit");
        await leader.Act($"{document}/clear");
        await leader.Act($"{document}/sign", new { password = node.Password, capacity = "inPerson" });
        await clerk.Act($"{document}/number");
        await clerk.Act($"{document}/seal");
        await clerk.Act($"{document}/issue", new { recipients = new[] { $"unit:{Unit}" }, except = Array.Empty<string>(), confirmUnits = 1 });
        return document;
    }

    private static async Task<JsonElement> Delivery(Person person, string document) =>
        (await person.Get<JsonElement>(document)).GetProperty("deliveries")[0];

    private static async Task<string?> Step(Person person, string document, int seat) =>
        (await Delivery(person, document)).GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("seat").GetInt32() == seat).GetProperty("id").GetString();

    private static async Task<(string? Handler, string? DueOn)> Line(Person clerk)
    {
        var line = (await clerk.Get<JsonElement>("/api/registers/incoming")).GetProperty("rows").EnumerateArray().First(row => row.GetProperty("abstract").GetString() == "Việc có hạn");
        return (line.GetProperty("handler").GetString(), line.GetProperty("dueOn").GetString());
    }
}
