using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyRealtime.Word.Writing;
using Xunit;

namespace PartyRealtime.UnitTests.Word;

/// <summary>What is in the file that Word opens.</summary>
public sealed class PaperTests
{
    public static TheoryData<string> Papers => ["state", "party", "letter"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void A_file_keeps_every_rule_of_its_format(string paper)
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            using var file = WordprocessingDocument.Open(Sheets.Write(new RandomText(seed).Make(), Of(paper)), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(error => $"seed {seed}: {error.Path?.XPath} {error.Description}"));
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void The_head_says_who_and_when_and_the_foot_to_whom_and_by_whom(string paper)
    {
        var sheet = Of(paper);
        var lines = Lines(Sheets.Doc(Sheets.P("Nội dung")), sheet);
        Assert.All(
            [sheet.Head.Unit.ToUpperInvariant(), sheet.Head.Superior!.ToUpperInvariant(), sheet.Head.Number, sheet.Head.Nation.ToUpperInvariant(), sheet.Head.Date, sheet.Head.Abstract],
            line => Assert.Contains(line, lines));
        Assert.All(["Nơi nhận:", "- Lưu: Văn thư.", sheet.Foot.Capacity!.ToUpperInvariant(), sheet.Foot.SignerTitle!.ToUpperInvariant(), sheet.Foot.SignerName!], line => Assert.Contains(line, lines));
        Assert.Equal(sheet.Head.TypeName is not null, lines.Contains(sheet.Head.TypeName?.ToUpperInvariant() ?? "QUYẾT ĐỊNH"));
        Assert.All(sheet.Head.Marks, mark => Assert.Contains(mark.ToUpperInvariant(), lines));
        Assert.Equal(sheet.Head.Motto is not null, lines.Contains("Độc lập - Tự do - Hạnh phúc"));
        Assert.True(lines.IndexOf("Nội dung") > lines.IndexOf(sheet.Head.Abstract) && lines.IndexOf("Nội dung") < lines.IndexOf("Nơi nhận:"));
    }

    [Theory]
    [InlineData("state", "- Sở Nội vụ;", "- Sở Tài chính.")]
    [InlineData("party", "- Sở Nội vụ,", "- Sở Tài chính.")]
    public void Whom_it_is_addressed_to_stands_between_head_and_text(string paper, string first, string last)
    {
        var sheet = Of(paper);
        var head = sheet.Head with { AddressedTitle = "Kính gửi:", Addressed = ["Sở Nội vụ", "Sở Tài chính"] };
        var lines = Lines(Sheets.Doc(Sheets.P("Nội dung")), sheet with { Head = head });
        Assert.Equal(["Kính gửi:", first, last], lines.GetRange(lines.IndexOf("Kính gửi:"), 3));
        Assert.True(lines.IndexOf(sheet.Head.Abstract) < lines.IndexOf(first) && lines.IndexOf(last) < lines.IndexOf("Nội dung"));

        lines = Lines(Sheets.Doc(Sheets.P("Nội dung")), sheet with { Head = head with { Addressed = ["Sở Nội vụ"] } });
        Assert.Contains("Kính gửi: Sở Nội vụ", lines);
    }

    [Fact]
    public void Parts_carry_their_numbers_as_letters()
    {
        var lines = Lines(
            Sheets.Doc(Sheets.P("Quy định chung", "chapter"), Sheets.P("Phạm vi", "article"), Sheets.P("Áp dụng", "clause"), Sheets.P("cho đơn vị", "point")), Sheets.Party);
        Assert.All(["Chương IQuy định chung", "Điều 1. Phạm vi", "1. Áp dụng", "a) cho đơn vị"], line => Assert.Contains(line, lines));
    }

    [Fact]
    public void Parts_in_lists_are_numbered_with_those_around_them()
    {
        var item = $$"""{"type":"listItem","content":[{{Sheets.P("Trong danh sách", "article")}},{{Sheets.P("Áp dụng", "clause")}}]}""";
        var lines = Lines(
            Sheets.Doc(Sheets.P("Phạm vi", "article"), $$"""{"type":"bulletList","content":[{{item}}]}""", Sheets.P("Hiệu lực", "article")), Sheets.Party);
        Assert.Equal(
            ["Điều 1. Phạm vi", "Điều 2. Trong danh sách", "1. Áp dụng", "Điều 3. Hiệu lực"], lines.GetRange(lines.IndexOf("Điều 1. Phạm vi"), 4));
    }

    [Fact]
    public void What_XML_cannot_hold_and_what_is_unknown_does_not_stop_a_file()
    {
        var text = Sheets.Doc(
            """{"type":"strange","content":[{"type":"other","content":[{"type":"text","text":"lạ"}]}]}""",
            """{"type":"table","content":[]}""", """{"type":"bulletList"}""", """{"type":"paragraph","attrs":{"part":7},"content":[{"type":"text"},{"type":"text","text":7}]}""");
        // Half a letter of two units is in no JSON text.
        text["content"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = "a\0\u0001b\ud800c\uffff" }),
        });
        var lines = Lines(text, Sheets.Party);
        Assert.Contains("abc", lines);
        Assert.Contains("lạ", lines);
    }

    [Fact]
    public void Margins_are_those_of_the_rule_and_the_first_page_has_no_number()
    {
        using var file = WordprocessingDocument.Open(Sheets.Write(Sheets.Doc(Sheets.P("a")), Sheets.State), isEditable: false);
        var section = file.MainDocumentPart!.Document!.Body!.GetFirstChild<SectionProperties>()!;
        var margins = section.GetFirstChild<PageMargin>()!;
        // In twentieths of a point: 567 are 1 cm. Above and below 2 to 2.5 cm, left 3 to 3.5, right 1.5 to 2.
        Assert.InRange(margins.Top!.Value, 1133, 1418);
        Assert.InRange(margins.Bottom!.Value, 1133, 1418);
        Assert.InRange(margins.Left!.Value, 1700u, 1985u);
        Assert.InRange(margins.Right!.Value, 850u, 1134u);
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
    }

    [Fact]
    public void Footnotes_are_Words_own()
    {
        var text = Sheets.Doc("""{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"footnote","content":[{"type":"text","text":"Theo Luật số 1"}]}]}""");
        using var file = WordprocessingDocument.Open(Sheets.Write(text), isEditable: false);
        var id = file.MainDocumentPart!.Document!.Descendants<FootnoteReference>().Single().Id!.Value;
        Assert.Equal(" Theo Luật số 1", file.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<Footnote>().Single(note => note.Id!.Value == id).InnerText);
    }

    private static List<string> Lines(JsonObject text, Paper paper)
    {
        using var file = WordprocessingDocument.Open(Sheets.Write(text, paper), isEditable: false);
        return [.. file.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    private static Paper Of(string name) => name switch
    {
        "state" => Sheets.State,
        "party" => Sheets.Party,
        _ => Sheets.Letter,
    };
}
