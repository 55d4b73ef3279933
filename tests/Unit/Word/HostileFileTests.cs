using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Word.Reading;
using Xunit;

namespace PartyRealtime.UnitTests.Word;

/// <summary>Whatever comes is read or refused, in bounded time, and nothing is fetched for it.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], RefusalCode> Refused => new()
    {
        { "nothing", [], RefusalCode.FileTypeDiffers },
        { "a page of letters", Encoding.UTF8.GetBytes("{\\rtf1 Điều 1}"), RefusalCode.FileTypeDiffers },
        { "a spreadsheet", ForeignFile.Zipped(("xl/workbook.xml", "<a/>")).ToArray(), RefusalCode.FileTypeDiffers },
        { "Word 97", [.. Compound, .. new byte[600]], RefusalCode.OldWordFile },
        { "a password", [.. Compound, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], RefusalCode.EncryptedFile },
        { "cut off", ForeignFile.Of(ForeignFile.P(new string('a', 9_000))).ToArray()[..900], RefusalCode.BrokenFile },
        { "no XML", ForeignFile.Zipped(("word/document.xml", "<w:document><w:body>")).ToArray(), RefusalCode.BrokenFile },
        { "no body", ForeignFile.Zipped(("word/document.xml", "<a/>")).ToArray(), RefusalCode.BrokenFile },
        { "entities", ForeignFile.Zipped(("word/document.xml", """<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>""")).ToArray(), RefusalCode.BrokenFile },
        { "a bomb", Bomb("word/document.xml", 200 * 1024 * 1024), RefusalCode.ContentTooLarge },
        { "a bomb of styles", Bomb("word/styles.xml", 200 * 1024 * 1024), RefusalCode.ContentTooLarge },
        { "many parts", ForeignFile.Zipped([.. Enumerable.Range(0, 6_000).Select(at => ($"word/{at}.xml", ""))]).ToArray(), RefusalCode.ContentTooLarge },
        { "too many letters", ForeignFile.Of([.. Enumerable.Range(0, 60).Select(_ => ForeignFile.P(new string('a', 10_000)))]).ToArray(), RefusalCode.ContentTooLarge },
        { "one long paragraph", ForeignFile.Of(ForeignFile.P(new string('a', 110_000))).ToArray(), RefusalCode.ContentTooLarge },
        { "too many paragraphs", ForeignFile.Of([.. Enumerable.Repeat("<w:p/>", 30_000)]).ToArray(), RefusalCode.ContentTooLarge },
        {
            "one note of many references",
            ForeignFile.Zipped(
                ("word/document.xml", $"<d><body><p>{string.Concat(Enumerable.Repeat("<r><footnoteReference id=\"1\"/></r>", 50_000))}</p></body></d>"),
                ("word/footnotes.xml", $"<f><footnote id=\"1\"><p><r><t>{new string('a', 50_000)}</t></r></p></footnote></f>")).ToArray(),
            RefusalCode.ContentTooLarge
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_taken_is_refused_by_what_is_wrong_with_it(string what, byte[] file, RefusalCode code)
    {
        var clock = Stopwatch.StartNew();
        var read = WordText.Read(new MemoryStream(file));
        Assert.Equal(code, read.Refusal?.Code);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{what}: {clock.Elapsed}");
    }

    [Fact]
    public void Nesting_is_not_followed_for_ever()
    {
        var spans = $"{string.Concat(Enumerable.Repeat("<smartTag>", 240))}<r><t>sâu</t></r>{string.Concat(Enumerable.Repeat("</smartTag>", 240))}";
        var tables = $"{string.Concat(Enumerable.Repeat("<tbl><tr><tc>", 80))}<p/>{string.Concat(Enumerable.Repeat("</tc></tr></tbl>", 80))}";
        var read = WordText.Read(ForeignFile.Zipped(("word/document.xml", $"<d><body><p>{spans}</p>{tables}<p><r><t>shallow</t></r></p></body></d>")));
        Assert.Contains(new LeftOut(LeftOutKind.DeepTables, 1), read.Value!.LeftOut);
        Assert.Contains("shallow", read.Value.Content.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Whose tree would be walked by recursion until the process ends, or be built for hours.</summary>
    [Theory]
    [InlineData("word/document.xml", "<d><body><p><r><t>{0}</t></r></p></body></d>")]
    [InlineData("word/document.xml", "<d><body><p>{0}</p></body></d>")]
    [InlineData("word/footnotes.xml", "<footnotes><footnote id=\"1\"><p><r><t>{0}</t></r></p></footnote></footnotes>")]
    [InlineData("word/styles.xml", "<styles>{0}</styles>")]
    public void What_is_nested_without_end_is_refused(string part, string around)
    {
        const int Depth = 200_000;
        var deep = around.Replace("{0}", string.Concat(Enumerable.Repeat("<t>", Depth)) + "sâu" + string.Concat(Enumerable.Repeat("</t>", Depth)), StringComparison.Ordinal);
        (string, string)[] parts = part == "word/document.xml"
            ? [(part, deep)]
            : [("word/document.xml", "<d><body><p><r><t>x</t><footnoteReference id=\"1\"/></r></p></body></d>"), (part, deep)];
        Assert.Equal(RefusalCode.BrokenFile, WordText.Read(ForeignFile.Zipped(parts)).Refusal!.Code);
    }

    [Fact]
    public void Letters_inside_letters_count_once()
    {
        var nested = $"{string.Concat(Enumerable.Repeat("<t>a", 100))}{string.Concat(Enumerable.Repeat("</t>", 100))}";
        var read = WordText.Read(ForeignFile.Zipped(("word/document.xml", $"<d><body><p><r>{nested}</r></p></body></d>")));
        Assert.Equal("a", read.Value!.Content["content"]![0]!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var whole = ForeignFile.Of(ForeignFile.P("Điều 1. Phạm vi"), ForeignFile.Numbered(1, "một"), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>").ToArray();
        var random = new Random(1);
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = whole.ToArray();
            for (var left = 1 + random.Next(4); left > 0; left--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            WordText.Read(new MemoryStream(damaged));
        }
    }

    private static byte[] Bomb(string part, int bytes)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (part != "word/document.xml")
                archive.CreateEntry("word/document.xml").Open().Dispose();
            using var bomb = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var left = bytes; left > 0; left -= zeros.Length)
                bomb.Write(zeros);
        }

        return file.ToArray();
    }
}
