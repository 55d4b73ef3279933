using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRealtime.Word.Reading;
using Xunit;
using static PartyRealtime.UnitTests.Word.ForeignFile;

namespace PartyRealtime.UnitTests.Word;

/// <summary>Files that other programs and people wrote.</summary>
public sealed class ForeignTests
{
    [Fact]
    public void Parts_are_known_by_what_people_type() => Is(
        Of(
            P("Chương I", "<w:jc w:val=\"center\"/>"), P("QUY ĐỊNH CHUNG", "<w:jc w:val=\"center\"/>", "<w:b/>"),
            P("Điều 1. Phạm vi", run: "<w:b/>"), P("1. Áp dụng cho:"), P("a) Đơn vị;"), P("b) Cá nhân."), P(""), P("2.  Không áp dụng"), P("Điều 2: Đối tượng"), P("Mở đầu")),
        Sheets.Doc(
            Sheets.P("QUY ĐỊNH CHUNG", "chapter"), Sheets.P("Phạm vi", "article"), Sheets.P("Áp dụng cho:", "clause"), Sheets.P("Đơn vị;", "point"),
            Sheets.P("Cá nhân.", "point"), Sheets.P("Không áp dụng", "clause"), Sheets.P("Đối tượng", "article"), Sheets.P("Mở đầu")));

    [Fact]
    public void Parts_are_known_by_what_Word_counts() => Is(
        Of(P("Phạm vi", "<w:pStyle w:val=\"Dieu\"/>"), Numbered(1, "một"), Numbered(1, "hai"), Numbered(1, "điểm", 1), P("Đối tượng", "<w:pStyle w:val=\"Dieu\"/>")),
        Sheets.Doc(
            Sheets.P("Phạm vi", "article"), Sheets.P("một", "clause"), Sheets.P("hai", "clause"), Sheets.P("điểm", "point"), Sheets.P("Đối tượng", "article")));

    /// <summary>Others refer to the number that the author wrote: a part of ours would be printed with another one.</summary>
    [Fact]
    public void A_number_that_ours_would_not_give_stays_as_it_is_written() => Is(
        Of(P("Điều 5. Trích"), P("3. ba"), P("Điều 1. Mới"), P("c) điểm"), Numbered(5, "bảy")),
        Sheets.Doc(
            Sheets.P("Điều 5. Trích"), Sheets.P("3. ba"), Sheets.P("Mới", "article"), Sheets.P("c) điểm"),
            """{"type":"orderedList","attrs":{"start":7},"content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"bảy"}]}]}]}"""),
        new LeftOut(LeftOutKind.KeptNumbers, 4));

    [Fact]
    public void Dots_of_several_levels_are_lists_inside_each_other() => Is(
        Of(Numbered(3, "một"), Numbered(3, "trong", 1), Numbered(3, "hai"), P("ngoài")),
        Sheets.Doc(
            $$"""{"type":"bulletList","content":[{"type":"listItem","content":[{{Sheets.P("một")}},{"type":"bulletList","content":[{"type":"listItem","content":[{{Sheets.P("trong")}}]}]}]},{"type":"listItem","content":[{{Sheets.P("hai")}}]}]}""",
            Sheets.P("ngoài")));

    [Fact]
    public void Looks_come_from_the_run_its_style_and_the_style_of_the_paragraph() => Is(
        Of(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Strong\"/><w:i/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>c</w:t></w:r><w:r><w:rPr><w:u w:val=\"none\"/><w:b w:val=\"0\"/></w:rPr><w:t>d</w:t></w:r></w:p>",
            P("e", "<w:pStyle w:val=\"Heading1\"/>")),
        Sheets.Doc(
            """{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"text","marks":[{"type":"bold"},{"type":"italic"}],"text":"b"},{"type":"text","marks":[{"type":"underline"}],"text":"c"},{"type":"text","text":"d"}]}""",
            """{"type":"paragraph","content":[{"type":"text","marks":[{"type":"bold"}],"text":"e"}]}"""));

    [Fact]
    public void A_letter_and_its_mark_from_two_runs_are_one_letter() => Is(
        Of("<w:p><w:r><w:t>Vie</w:t></w:r><w:r><w:rPr><w:lang w:val=\"vi-VN\"/></w:rPr><w:t>\u0323\u0302t</w:t></w:r></w:p>"), Sheets.Doc(Sheets.P("Việt")));

    [Fact]
    public void Tracked_changes_links_and_fields_are_taken_as_they_are_read() => Is(
        Of(
            """
            <w:p><w:ins><w:r><w:t>thêm </w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> 7</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
            """,
            P("Mục lục", "<w:pStyle w:val=\"TOC1\"/>"), "<w:sdt><w:sdtContent>" + P("trong ô") + "</w:sdtContent></w:sdt>"),
        Sheets.Doc(Sheets.P("thêm liên kết 7"), Sheets.P("trong ô")),
        new LeftOut(LeftOutKind.Deletions, 1), new LeftOut(LeftOutKind.HiddenText, 1), new LeftOut(LeftOutKind.TablesOfContents, 1));

    [Fact]
    public void Notes_of_several_paragraphs_become_one_line_and_what_has_no_place_is_counted() => Is(
        Of("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:drawing/><w:object/><w:sym/></w:r><m:oMath/></w:p>"),
        Sheets.Doc("""{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"footnote","content":[{"type":"text","text":"Theo Luật số 1"}]}]}"""),
        new LeftOut(LeftOutKind.Pictures, 1), new LeftOut(LeftOutKind.Formulas, 1), new LeftOut(LeftOutKind.Objects, 1), new LeftOut(LeftOutKind.Symbols, 1));

    [Fact]
    public void The_head_and_the_foot_of_a_sheet_are_the_documents_own() => Is(
        Of(
            Table(P("UBND TỈNH"), P("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")), P("Kính gửi: Sở Nội vụ"), Table(P("1"), P("1. một")), Table(P("Nơi nhận:"), P("CHỦ TỊCH"))),
        Sheets.Doc(
            Sheets.P("Kính gửi: Sở Nội vụ"),
            $$"""{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1,"rowspan":1},"content":[{{Sheets.P("1")}}]},{"type":"tableCell","attrs":{"colspan":1,"rowspan":1},"content":[{{Sheets.P("1. một")}}]}]}]}"""),
        new LeftOut(LeftOutKind.Sheet, 1));

    [Theory]
    [InlineData("Nơi nhận", "Thời hạn")]
    [InlineData("Nơi nhận báo cáo:", "Thời hạn")]
    [InlineData("Nơi nhận:", "Thời hạn", "Sở Nội vụ", "Tháng 1")]
    public void A_table_of_recipients_is_text(params string[] cells)
    {
        var read = Sheets.Read(Of(P("Phân công"), OfRows([.. cells.Chunk(2).Select(row => Row([.. row.Select(cell => P(cell))]))])));
        var table = read.Content["content"]!.AsArray()[1]!;
        Assert.Equal("table", table["type"]!.GetValue<string>());
        Assert.All(cells, cell => Assert.Contains(Sheets.P(cell), Plain(table), StringComparison.Ordinal));
        Assert.Empty(read.LeftOut);
    }

    private static string Table(params string[] cells) => OfRows(Row(cells));

    private static string OfRows(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr>";

    private static void Is(Stream file, JsonObject expected, params LeftOut[] leftOut)
    {
        var read = Sheets.Read(file);
        Assert.True(JsonNode.DeepEquals(expected, read.Content), $"expected {Plain(expected)}\nread {Plain(read.Content)}");
        Assert.Equal(leftOut, read.LeftOut);
    }

    private static string Plain(JsonNode text) =>
        text.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
