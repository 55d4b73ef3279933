using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Registers;

/// <summary>A register as a spreadsheet, read back with another library than it was written with.</summary>
public sealed class RegisterExportTests(SharedNode shared)
{
    private const string Formula = "=HYPERLINK(\"http://127.0.0.1\",\"Xã Đắk Ơ & phường Thủy Xuân\")";

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task It_holds_the_book_with_its_words_its_dates_and_no_formula()
    {
        using var clerk = await _node.SignedIn("clerk.TW");
        var commune = await FirstCommune(clerk);
        using var receiver = await _node.SignedIn("clerk." + commune);
        var before = (await receiver.GetJson("/api/registers/incoming")).GetProperty("total").GetInt32();
        var today = OfficeDay.Today(TimeProvider.System);
        await Receive(receiver, await Issue(clerk, Formula, "unit:" + commune));

        var (name, heads, rows) = await Export(receiver, "incoming");
        // Midnight may pass in between.
        DateOnly[] days = [today, OfficeDay.Today(TimeProvider.System)];
        Assert.Contains(name, days.Select(day => $"so-van-ban-den-{day.Year}.xlsx"));
        Assert.Equal(
            ["Số đến", "Ngày đến", "Số, ký hiệu", "Ngày VB", "Nơi gửi", "Loại", "Trích yếu", "Độ khẩn", "Độ mật", "Tệp", "Số trang", "Số bản", "Hạn xử lý", "Xử lý", "Phối hợp, nhận để biết", "Tình trạng", "Ghi chú"],
            heads);
        Assert.Equal(before + 1, rows.Count);
        var row = rows[^1];
        Assert.Equal((before + 1).ToString(CultureInfo.InvariantCulture), row["Số đến"]);
        Assert.Contains(DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(row["Ngày đến"], CultureInfo.InvariantCulture))), days);
        Assert.Equal((Formula, "Khẩn", "Mới vào sổ", "Trung ương Đảng"), (row["Trích yếu"], row["Độ khẩn"], row["Tình trạng"], row["Nơi gửi"]));
    }

    [Fact]
    public async Task The_other_book_counts_the_places_and_speaks_English_when_asked()
    {
        using var clerk = await _node.SignedIn("clerk.TW");
        var commune = await FirstCommune(clerk);
        await Issue(clerk, "Sổ đi", "unit:" + commune);
        var (name, heads, rows) = await Export(clerk, "outgoing", "?locale=en");
        Assert.StartsWith("outgoing-register-", name, StringComparison.Ordinal);
        Assert.Contains("Signed by", heads);
        var line = rows.Single(row => row["Abstract"] == "Sổ đi");
        Assert.Equal("1", line["Units"]);
        var unit = _node.Services.GetRequiredService<IOrganisation>().Unit(commune)!;
        Assert.StartsWith(unit.Name, line["Recipients"], StringComparison.Ordinal);
        var shown = (await clerk.GetJson("/api/registers/outgoing")).GetProperty("rows").EnumerateArray().First(row => row.GetProperty("abstract").GetString() == "Sổ đi");
        Assert.Equal(line["Recipients"], shown.GetProperty("recipients").GetString());
        Assert.False(shown.TryGetProperty("issue", out _));
    }

    [Fact]
    public async Task Whom_it_was_given_to_stands_in_the_line_and_who_was_taken_back_or_returned_it_does_not()
    {
        using var clerk = await _node.SignedIn("clerk.TW");
        var commune = await FirstCommune(clerk);
        using var receiver = await _node.SignedIn("clerk." + commune);
        using var leader = await _node.SignedIn("leader." + commune);
        var document = await Issue(clerk, "Giao việc", "unit:" + commune);
        await Receive(receiver, document);
        Assert.Equal(("", ""), await GivenTo(receiver));
        var delivery = $"/api/deliveries/{(await receiver.GetJson($"/api/documents/{document}")).GetProperty("deliveries")[0].GetProperty("id").GetGuid()}";
        var seats = (await leader.GetJson($"{delivery}/assignees")).EnumerateArray().Take(3)
            .Select(seat => (Id: seat.GetProperty("seat").GetInt32(), Name: seat.GetProperty("name").GetString()!)).ToList();

        await Do(leader, $"{delivery}/assign", new
        {
            assignments = seats.Zip(["lead", "coordinate", "inform"], (seat, role) => new { seat = seat.Id, role }),
        });
        Assert.Equal((seats[0].Name, string.Join(", ", seats.Skip(1).Select(seat => seat.Name).Order(StringComparer.Ordinal))), await GivenTo(receiver));

        foreach (var (seat, _) in new[] { seats[2], seats[0] })
            await Do(leader, $"{delivery}/steps/{await StepOf(seat)}/recall", new { reason = "Giao nhầm" });
        Assert.Equal(("", seats[1].Name), await GivenTo(receiver));

        using var specialist = await _node.SignedIn("specialist." + commune);
        var me = await specialist.GetJson("/api/session");
        var own = me.GetProperty("seats").EnumerateArray().First(seat => seat.GetProperty("role").GetString() == "specialist").GetProperty("id").GetInt32();
        await Do(leader, $"{delivery}/assign", new { assignments = new[] { new { seat = own, role = "lead" } } });
        Assert.Equal(me.GetProperty("official").GetProperty("name").GetString(), (await GivenTo(receiver)).Lead);
        await Do(specialist, $"{delivery}/steps/{await StepOf(own)}/return", new { reason = "Không thuộc lĩnh vực" });
        Assert.Equal(("", seats[1].Name), await GivenTo(receiver));

        async Task<Guid> StepOf(int seat) => (await leader.GetJson($"/api/documents/{document}")).GetProperty("deliveries")[0]
            .GetProperty("steps").EnumerateArray().Last(step => step.GetProperty("seat").GetInt32() == seat && step.GetProperty("role").GetString() != "present")
            .GetProperty("id").GetGuid();
    }

    [Theory]
    [InlineData("specialist.TW", "", HttpStatusCode.Forbidden, "notYourRole")]
    [InlineData("clerk.11", "?unit=1", HttpStatusCode.NotFound, "notInScope")]
    public async Task It_is_for_those_who_may_read_the_register(string who, string query, HttpStatusCode status, string code)
    {
        using var browser = await _node.SignedIn(who);
        using var answer = await browser.Get("/api/registers/incoming/export" + query);
        await answer.IsRefused(status, code);
    }

    [Fact]
    public async Task Both_books_say_how_many_pages_and_copies_their_clerks_counted()
    {
        using var clerk = await _node.SignedIn("clerk.TW");
        var commune = await FirstCommune(clerk);
        using var receiver = await _node.SignedIn("clerk." + commune);
        var counted = await Issue(clerk, "Đếm trang tại nơi nhận", "unit:" + commune, new { pages = 12, copies = 40 });
        await Receive(receiver, counted, new { pages = 11, copies = 2 });
        await Receive(receiver, await Issue(clerk, "Đếm trang tại nơi gửi", "unit:" + commune, new { pages = 7 }));

        var (_, _, sent) = await Export(clerk, "outgoing");
        var (_, _, arrived) = await Export(receiver, "incoming");
        Assert.Equal(("12", "40"), Counts(sent, "Đếm trang tại nơi nhận"));
        Assert.Equal(("11", "2"), Counts(arrived, "Đếm trang tại nơi nhận"));
        Assert.Equal(("7", ""), Counts(arrived, "Đếm trang tại nơi gửi"));
        var line = (await receiver.GetJson("/api/registers/incoming")).GetProperty("rows").EnumerateArray()
            .First(row => row.GetProperty("abstract").GetString() == "Đếm trang tại nơi nhận");
        Assert.Equal((11, 2), (line.GetProperty("pages").GetInt32(), line.GetProperty("copies").GetInt32()));
    }

    private static async Task<(string Lead, string AlsoTo)> GivenTo(Browser clerk)
    {
        var (_, _, rows) = await Export(clerk, "incoming");
        var row = rows.Single(row => row["Trích yếu"] == "Giao việc");
        return (row["Xử lý"], row["Phối hợp, nhận để biết"]);
    }

    private static (string Pages, string Copies) Counts(List<Dictionary<string, string>> rows, string @abstract)
    {
        var row = rows.Single(row => row["Trích yếu"] == @abstract);
        return (row["Số trang"], row["Số bản"]);
    }

    private static async Task<(string? Name, List<string> Heads, List<Dictionary<string, string>> Rows)> Export(Browser browser, string book, string query = "")
    {
        using var answer = await browser.Get($"/api/registers/{book}/export{query}");
        answer.EnsureSuccessStatusCode();
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        var heads = rows[0];
        return (
            answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'),
            heads,
            [.. rows.Skip(1).Select(row => heads.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))]);
    }

    private async Task<Guid> Issue(Browser clerk, string @abstract, string recipient, object? counted = null)
    {
        using var leader = await _node.SignedIn("leader.TW");
        var draft = new { type = "CV", @abstract, body = "Nội dung", urgency = "urgent", secrecy = "normal", files = Array.Empty<string>() };
        var document = (await Do(clerk, "/api/documents", draft)).GetProperty("stream").GetGuid();
        await Do(clerk, $"/api/documents/{document}/submit");
        await Do(leader, $"/api/documents/{document}/clear");
        await Do(leader, $"/api/documents/{document}/sign", new { password = _node.DemoPassword, capacity = "inPerson" });
        await Do(clerk, $"/api/documents/{document}/number", counted);
        await Do(clerk, $"/api/documents/{document}/seal");
        await Do(clerk, $"/api/documents/{document}/issue", new { recipients = new[] { recipient }, except = Array.Empty<string>(), confirmUnits = 1 });
        return document;
    }

    private static async Task Receive(Browser clerk, Guid document, object? counted = null)
    {
        var delivery = (await clerk.GetJson($"/api/documents/{document}")).GetProperty("deliveries")[0].GetProperty("id").GetGuid();
        await Do(clerk, $"/api/deliveries/{delivery}/register", counted);
    }

    private static async Task<string> FirstCommune(Browser browser)
    {
        var provinces = await browser.GetJson("/api/recipients/tree?parent=communes");
        var communes = await browser.GetJson("/api/recipients/tree?parent=" + provinces[0].GetProperty("selector").GetString());
        return communes[0].GetProperty("selector").GetString()!["unit:".Length..];
    }

    private static async Task<JsonElement> Do(Browser browser, string path, object? body = null)
    {
        using var answer = await browser.Command(HttpMethod.Post, path, body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
