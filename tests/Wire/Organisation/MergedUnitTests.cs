using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Organisation;

/// <summary>Two communes were merged into a third: what became of them.</summary>
public sealed class MergedUnitTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    private OrganisationMap Map => _node.Services.GetRequiredService<IOrganisationMap>().Current;

    private UnitFacts Merged => Map.Unit("90001")!;

    private UnitFacts Successor => Map.Unit(Merged.Successor!.Value)!;

    [Theory]
    [InlineData("incoming")]
    [InlineData("outgoing")]
    public async Task Their_registers_are_read_by_the_successor_and_by_nobody_else(string book)
    {
        var path = Book(book);
        foreach (var role in new[] { "clerk", "leader" })
        {
            using var heir = await _node.SignedIn($"{role}.{Successor.Code}");
            var page = await heir.GetJson(path);
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            var lines = page.GetProperty("rows").EnumerateArray().ToList();
            Assert.All(lines, line => Assert.StartsWith("2025-", line.GetProperty("date").GetString(), StringComparison.Ordinal));
            var line = lines.Single(one => one.GetProperty("abstract").GetString() == (book == "incoming"
                ? "Về việc phòng, chống lũ quét tại khu vực giáp ranh hai xã"
                : "Bàn giao hồ sơ, tài liệu khi sáp nhập xã"));
            Assert.Equal(book == "incoming" ? (2, "02-CV/ĐU") : (1, "01-KH/ĐU"), (line.GetProperty("number").GetInt32(), line.GetProperty("symbol").GetString()));
            if (book == "incoming")
                Assert.Equal(("Xã Mẫu Tây, Điện Biên", "finished"), (line.GetProperty("from").GetString(), line.GetProperty("state").GetString()));
            else
                Assert.Equal("Xã Mẫu Tây", line.GetProperty("recipients").GetString());
            // Who handled it, and who signed, though they hold no seat any more.
            Assert.NotEqual("", line.GetProperty(book == "incoming" ? "handler" : "from").GetString());
        }

        foreach (var other in new[] { "clerk.11", "clerk.TW" })
        {
            using var stranger = await _node.SignedIn(other);
            using var answer = await stranger.Get(path);
            await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
            using var missing = await stranger.Get($"/api/registers/{book}?unit=999999&year=2025");
            await missing.IsRefused(HttpStatusCode.NotFound, "notInScope");
        }

        foreach (var role in new[] { "specialist", "admin" })
        {
            using var colleague = await _node.SignedIn($"{role}.{Successor.Code}");
            using var answer = await colleague.Get(path);
            await answer.IsRefused(HttpStatusCode.Forbidden, "notYourRole");
        }
    }

    [Fact]
    public async Task The_successors_clerk_and_leader_are_told_which_books_there_are_and_others_are_not()
    {
        foreach (var role in new[] { "clerk", "leader" })
        {
            using var heir = await _node.SignedIn($"{role}.{Successor.Code}");
            var merged = (await SeatOf(heir, Successor.Code)).GetProperty("merged").EnumerateArray().ToList();
            Assert.Equal(["90001", "90002"], merged.Select(one => one.GetProperty("unit").GetProperty("code").GetString()));
            Assert.All(merged, one => Assert.Equal(
                ("2026-01-01", Successor.Code), (one.GetProperty("on").GetString(), one.GetProperty("into").GetProperty("code").GetString())));
        }

        foreach (var (signIn, unit) in new[] { ($"specialist.{Successor.Code}", Successor.Code), ($"admin.{Successor.Code}", Successor.Code), ("clerk.11", "11") })
        {
            using var other = await _node.SignedIn(signIn);
            Assert.False((await SeatOf(other, unit)).TryGetProperty("merged", out _));
        }
    }

    [Fact]
    public async Task A_document_of_their_books_is_found_and_read_and_nothing_can_be_done_with_it()
    {
        using var heir = await _node.SignedIn($"clerk.{Successor.Code}");
        var line = (await heir.GetJson(Book("incoming"))).GetProperty("rows").EnumerateArray().First();
        var id = line.GetProperty("documentId").GetGuid();
        var view = await heir.GetJson($"/api/documents/{id}");
        Assert.StartsWith(line.GetProperty("abstract").GetString()!, view.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, view.GetProperty("actions").GetArrayLength());
        Assert.Equal("document.carried-over", Assert.Single(view.GetProperty("history").EnumerateArray()).GetProperty("kind").GetString());
        var deliveries = view.GetProperty("deliveries").EnumerateArray().ToList();
        Assert.Contains(deliveries, delivery => delivery.GetProperty("id").GetGuid() == line.GetProperty("deliveryId").GetGuid());
        Assert.All(deliveries.SelectMany(delivery => delivery.GetProperty("steps").EnumerateArray()), step => Assert.False(step.GetProperty("mine").GetBoolean() || step.GetProperty("recallable").GetBoolean()));
        var found = await heir.GetJson($"/api/search?q={Uri.EscapeDataString(line.GetProperty("abstract").GetString()!)}");
        Assert.Contains(found.GetProperty("items").EnumerateArray(), item => item.GetProperty("documentId").GetGuid() == id);

        using var returned = await heir.Command(HttpMethod.Post, $"/api/deliveries/{line.GetProperty("deliveryId").GetGuid()}/return", new { reason = "Trả lại" });
        await returned.IsRefused(HttpStatusCode.NotFound, "notInScope");

        using var stranger = await _node.SignedIn("clerk.11");
        using var answer = await stranger.Get($"/api/documents/{id}");
        await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
    }

    [Fact]
    public async Task Their_books_are_exported_as_the_own_one_is()
    {
        using var heir = await _node.SignedIn($"clerk.{Successor.Code}");
        var id = Merged.Id.Value.ToString(CultureInfo.InvariantCulture);
        using var sheet = await heir.Get($"/api/registers/outgoing/export?unit={id}&year=2025");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        using var file = new MemoryStream(await sheet.Content.ReadAsByteArrayAsync());
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(file, isEditable: false);
        var text = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText;
        Assert.Contains("Bàn giao hồ sơ, tài liệu khi sáp nhập xã", text, StringComparison.Ordinal);

        using var stranger = await _node.SignedIn("clerk.11");
        using var answer = await stranger.Get($"/api/registers/outgoing/export?unit={id}&year=2025");
        await answer.IsRefused(HttpStatusCode.NotFound, "notInScope");
    }

    [Fact]
    public async Task They_have_no_accounts()
    {
        using var browser = _node.NewBrowser();
        foreach (var name in new[] { "clerk.90001", "former1.90001", "former2.90002" })
        {
            using var answer = await browser.SignIn(name, _node.DemoPassword);
            await answer.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        }
    }

    private string Book(string book) =>
        $"/api/registers/{book}?unit={Merged.Id.Value.ToString(CultureInfo.InvariantCulture)}&year=2025";

    private static async Task<JsonElement> SeatOf(Browser browser, string unit) =>
        (await browser.GetJson("/api/session")).GetProperty("seats").EnumerateArray()
            .First(seat => seat.TryGetProperty("unit", out var of) && of.GetProperty("code").GetString() == unit);
}
