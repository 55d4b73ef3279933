using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Organisation;

public sealed class RecipientTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task The_tree_opens_line_by_line()
    {
        using var browser = await _node.SignedIn("clerk.25");
        var groups = await browser.GetJson("/api/recipients/tree");
        Assert.Equal(["everyone", "communes", "provinces", "bodies", "central"], Selectors(groups));
        Assert.Equal(34, groups[1].GetProperty("units").GetInt32());
        Assert.Equal(2, groups[4].GetProperty("notReceiving").GetInt32());
        var provinces = await browser.GetJson("/api/recipients/tree?parent=communes");
        Assert.Equal(34, provinces.GetArrayLength());
        var communes = await browser.GetJson("/api/recipients/tree?parent=communes:11");
        var commune = Assert.Single(communes.EnumerateArray());
        Assert.Equal("Điện Biên", commune.GetProperty("province").GetString());
        using var unknown = await browser.Get("/api/recipients/tree?parent=communes:99");
        await unknown.IsRefused(HttpStatusCode.BadRequest, "unknownUnit");
    }

    [Theory]
    [InlineData("dien bien")]
    [InlineData("Điện Biên")]
    [InlineData("ĐIỆN BIÊN")]
    public async Task Units_are_found_without_diacritics(string query)
    {
        using var browser = await _node.SignedIn("clerk.25");
        var rows = await browser.GetJson("/api/recipients/search?q=" + Uri.EscapeDataString(query));
        Assert.Contains("communes:11", Selectors(rows));
        Assert.Contains("unit:11", Selectors(rows));
    }

    [Fact]
    public async Task The_preview_counts_units_and_people_and_names_who_does_not_receive()
    {
        using var browser = await _node.SignedIn("clerk.25");
        using var answer = await browser.Send(
            HttpMethod.Post, "/api/recipients/preview", new { recipients = new[] { "communes", "unit:90001", "unit:??" }, except = new[] { "communes:11" } });
        var preview = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(33, preview.GetProperty("units").GetInt32());
        Assert.Equal(
            preview.GetProperty("people").GetInt32(),
            preview.GetProperty("notifiedNow").GetInt32() + preview.GetProperty("others").GetInt32());
        Assert.Equal("""[{"kind":"commune","units":33}]""", preview.GetProperty("kinds").ToString());
        Assert.Equal(
            """[{"selector":"unit:90001","reason":"unitDoesNotReceive"},{"selector":"unit:??","reason":"unknownUnit"}]""",
            preview.GetProperty("refused").ToString());
    }

    [Fact]
    public async Task The_preview_names_those_who_receive_when_asked_and_a_commune_with_its_province()
    {
        using var browser = await _node.SignedIn("clerk.25");
        var choice = new { recipients = new[] { "communes", "unit:11" }, except = new[] { "communes:11" } };
        using var counted = await browser.Send(HttpMethod.Post, "/api/recipients/preview", choice);
        Assert.False((await counted.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("names", out _));

        using var answer = await browser.Send(HttpMethod.Post, "/api/recipients/preview", new { choice.recipients, choice.except, names = true });
        var preview = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var names = preview.GetProperty("names").EnumerateArray().ToList();
        Assert.Equal(preview.GetProperty("units").GetInt32(), names.Count);
        Assert.Equal("11", Assert.Single(names, name => !name.TryGetProperty("province", out _)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task People_are_found_with_title_and_unit()
    {
        using var browser = await _node.SignedIn("clerk.25");
        var me = (await browser.GetJson("/api/session")).GetProperty("official");
        var found = await browser.GetJson("/api/officials/search?q=" + Uri.EscapeDataString(me.GetProperty("name").GetString()!));
        Assert.NotEmpty(found.EnumerateArray());
        Assert.All(found.EnumerateArray(), row => Assert.True(row.GetProperty("unit").GetProperty("code").GetString()!.Length > 0));
    }

    private static IEnumerable<string?> Selectors(JsonElement rows) =>
        rows.EnumerateArray().Select(row => row.GetProperty("selector").GetString());
}
