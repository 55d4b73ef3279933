using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Policy;

/// <summary>What happened to a document in a receiving unit is for the people of that unit who see it there.</summary>
public sealed class ReceiverHistoryTests(SharedNode shared)
{
    private const string Why = "Không thuộc lĩnh vực";

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task People_of_a_unit_see_what_was_done_there_and_nobody_sees_what_another_unit_did()
    {
        using var sender = await _node.SignedIn("clerk.TW");
        // Not the first province: whoever counts what its commune has registered does so at the same time, on the same node.
        string[] communes = [await Commune(sender, 1), await Commune(sender, 2)];
        var document = await Issue(sender, communes);
        using var clerk = await _node.SignedIn("clerk." + communes[0]);
        using var leader = await _node.SignedIn("leader." + communes[0]);
        using var specialist = await _node.SignedIn("specialist." + communes[0]);
        using var other = await _node.SignedIn("clerk." + communes[1]);
        Assert.Empty(Lines(await Delivery(clerk, document)));

        var number = (await Do(clerk, $"{await Path(clerk, document)}/register")).GetProperty("number").GetInt64();
        var seat = (await specialist.GetJson("/api/session")).GetProperty("seats").EnumerateArray()
            .First(held => held.GetProperty("role").GetString() == "specialist").GetProperty("id").GetInt32();
        await Do(leader, $"{await Path(leader, document)}/assign", new { assignments = new[] { new { seat, role = "lead" } } });
        var step = (await Delivery(specialist, document)).GetProperty("steps").EnumerateArray()
            .Single(one => one.GetProperty("seat").GetInt32() == seat && one.GetProperty("role").GetString() == "lead").GetProperty("id").GetGuid();
        await Do(specialist, $"{await Path(specialist, document)}/steps/{step}/return", new { reason = Why });

        var name = await Name(specialist);
        (string, string?, string?)[] done =
        [
            ("delivery.registered", await Name(clerk), $"{number}"), ("delivery.assigned", await Name(leader), name), ("delivery.step-returned", name, null),
        ];
        foreach (var person in new[] { clerk, leader, specialist })
            Assert.Equal(done, Lines(await Delivery(person, document)));
        Assert.Empty(Lines(await Delivery(other, document)));
        Assert.Empty((await sender.GetJson($"/api/documents/{document}")).GetProperty("deliveries").EnumerateArray());
    }

    private static IEnumerable<(string, string?, string?)> Lines(JsonElement delivery) => delivery.GetProperty("history").EnumerateArray().Select(line => (
        line.GetProperty("kind").GetString()!,
        line.GetProperty("by").GetProperty("name").GetString(),
        line.TryGetProperty("text", out var text) ? text.GetString() : null));

    private static async Task<JsonElement> Delivery(Browser person, Guid document) =>
        (await person.GetJson($"/api/documents/{document}")).GetProperty("deliveries")[0];

    private static async Task<string> Path(Browser person, Guid document) => $"/api/deliveries/{(await Delivery(person, document)).GetProperty("id").GetGuid()}";

    private static async Task<string?> Name(Browser person) => (await person.GetJson("/api/session")).GetProperty("official").GetProperty("name").GetString();

    /// <summary>The first commune of a province.</summary>
    private static async Task<string> Commune(Browser browser, int province)
    {
        var provinces = await browser.GetJson("/api/recipients/tree?parent=communes");
        var communes = await browser.GetJson("/api/recipients/tree?parent=" + provinces[province].GetProperty("selector").GetString());
        return communes[0].GetProperty("selector").GetString()!["unit:".Length..];
    }

    private async Task<Guid> Issue(Browser clerk, string[] units)
    {
        using var leader = await _node.SignedIn("leader.TW");
        var draft = new { type = "CV", @abstract = "Nhật ký tại nơi nhận", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<string>() };
        var document = (await Do(clerk, "/api/documents", draft)).GetProperty("stream").GetGuid();
        await Do(clerk, $"/api/documents/{document}/submit");
        await Do(leader, $"/api/documents/{document}/clear");
        await Do(leader, $"/api/documents/{document}/sign", new { password = _node.DemoPassword, capacity = "inPerson" });
        await Do(clerk, $"/api/documents/{document}/number");
        await Do(clerk, $"/api/documents/{document}/seal");
        var recipients = units.Select(code => "unit:" + code).ToArray();
        await Do(clerk, $"/api/documents/{document}/issue", new { recipients, except = Array.Empty<string>(), confirmUnits = units.Length });
        return document;
    }

    private static async Task<JsonElement> Do(Browser browser, string path, object? body = null)
    {
        using var answer = await browser.Command(HttpMethod.Post, path, body ?? new { });
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
