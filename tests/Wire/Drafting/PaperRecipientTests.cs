using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>To whom a document went, as its Word file says it.</summary>
public sealed class PaperRecipientTests(DraftOffice office) : IClassFixture<DraftOffice>
{
    [Fact]
    public async Task A_letter_addresses_them_above_its_text_and_refers_to_that_below_for_each_who_reads_it()
    {
        var author = await office.Enter(DraftOffice.Author);
        var (left, _) = await Unit(author, "provinces", 0);
        var letter = await Draft(author, "CV");
        Assert.False((await Json(author, $"/api/documents/{letter}")).TryGetProperty("sentTo", out _));
        Assert.Equal(["Nơi nhận:", "- Lưu Văn phòng."], Below(await Lines(author, letter)));

        await Issue(author, letter, ["provinces", "communes"], [left.GetProperty("selector").GetString()!]);
        foreach (var reader in (string[])[DraftOffice.Author, DraftOffice.Stranger])
        {
            var lines = await Lines(await office.Enter(reader), letter);
            var at = lines.IndexOf("Kính gửi:");
            Assert.Equal(
                [$"- Các tỉnh ủy, thành ủy (trừ {left.GetProperty("name").GetString()}),", "- Các xã, phường, đặc khu."], lines.Slice(at + 1, 2));
            Assert.True(at < lines.IndexOf("Nội dung"));
            Assert.Equal(["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng."], Below(lines));
            var page = (await Json(await office.Enter(reader), $"/api/documents/{letter}")).GetProperty("sentTo");
            Assert.Equal([$"Các tỉnh ủy, thành ủy (trừ {left.GetProperty("name").GetString()})", "Các xã, phường, đặc khu"], Texts(page, "addressed"));
            Assert.Equal(Below(lines).Skip(1), Texts(page, "lines"));
        }
    }

    [Fact]
    public async Task Other_types_list_them_below_and_say_of_which_province_a_commune_is()
    {
        var author = await office.Enter(DraftOffice.Author);
        var announcement = await Draft(author, "TB");
        var (commune, province) = await Unit(author, "communes:01", 0);
        var (contained, _) = await Unit(author, "communes:11", 0);
        string[] units = [commune.GetProperty("selector").GetString()!, contained.GetProperty("selector").GetString()!];
        await Issue(author, announcement, ["communes:11", .. units], []);

        var lines = await Lines(author, announcement);
        Assert.DoesNotContain("Kính gửi:", lines);
        Assert.Equal(
            ["Nơi nhận:", "- Các xã, phường, đặc khu thuộc Điện Biên,", $"- {commune.GetProperty("name").GetString()} ({province}),", "- Lưu Văn phòng."],
            Below(lines));
    }

    [Fact]
    public async Task Longer_lists_are_cut_and_addressed_by_their_place()
    {
        var author = await office.Enter(DraftOffice.Author);
        var letter = await Draft(author, "CV");
        var provinces = (await Json(author, "/api/recipients/tree?parent=provinces")).EnumerateArray()
            .Where(row => row.GetProperty("receives").GetBoolean())
            .Select(row => row.GetProperty("selector").GetString()!)
            .ToArray();
        await Issue(author, letter, provinces, []);

        var lines = await Lines(author, letter);
        Assert.Contains("Kính gửi: Các nơi ghi ở mục Nơi nhận", lines);
        var below = Below(lines);
        Assert.Equal(32, below.Count);
        Assert.Equal($"- {provinces.Length - 29} nơi khác,", below[^2]);
        Assert.Equal(below.Skip(1), Texts((await Json(author, $"/api/documents/{letter}")).GetProperty("sentTo"), "lines"));
    }

    private static IEnumerable<string?> Texts(JsonElement sentTo, string part) => sentTo.GetProperty(part).EnumerateArray().Select(line => line.GetString());

    private static async Task<JsonElement> Json(Person reader, string path) => (await reader.Send(HttpMethod.Get, path, null)).Answer;

    private static async Task<(JsonElement Unit, string? Province)> Unit(Person reader, string group, int at)
    {
        var row = (await Json(reader, $"/api/recipients/tree?parent={group}"))[at];
        return (row, row.TryGetProperty("province", out var province) ? province.GetString() : null);
    }

    private static async Task<Guid> Draft(Person author, string type)
    {
        var (status, made) = await author.Post("/api/documents", new { type, @abstract = "Nơi nhận", body = "Nội dung", urgency = "normal", secrecy = "normal" });
        Assert.True(status == HttpStatusCode.OK, made.ToString());
        return made.GetProperty("stream").GetGuid();
    }

    private static async Task<List<string>> Lines(Person reader, Guid document)
    {
        using var answer = await reader.Ask(HttpMethod.Get, $"/api/documents/{document}/docx", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        return [.. file.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(line => line.InnerText)];
    }

    private static List<string> Below(List<string> lines) =>
        lines.GetRange(lines.IndexOf("Nơi nhận:"), lines.IndexOf("- Lưu Văn phòng.") - lines.IndexOf("Nơi nhận:") + 1);

    private async Task Issue(Person author, Guid document, string[] recipients, string[] except)
    {
        var leader = await office.Enter(DraftOffice.Leader);
        await Act(author, document, "submit");
        await Act(leader, document, "clear");
        await Act(leader, document, "sign", new { password = office.Node.Password, capacity = "inPerson" });
        await Act(author, document, "number");
        await Act(author, document, "seal");
        var (_, preview) = await author.Post("/api/recipients/preview", new { recipients, except });
        await Act(author, document, "issue", new { recipients, except, confirmUnits = preview.GetProperty("units").GetInt32() });
    }

    private static async Task Act(Person person, Guid document, string act, object? body = null)
    {
        var (status, answer) = await person.Post($"/api/documents/{document}/{act}", body);
        Assert.True(status == HttpStatusCode.OK, $"{act} → {answer}");
    }
}
