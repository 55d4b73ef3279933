using System.IO.Compression;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>A text out of the draft as a Word file, and a Word file in as a text.</summary>
public sealed class WordTests(DraftOffice office) : IClassFixture<DraftOffice>
{
    [Fact]
    public async Task Who_reads_the_page_gets_the_text_that_is_being_written_and_later_the_one_that_was_submitted()
    {
        var document = await office.Compose();
        var author = await office.Enter(DraftOffice.Author);
        await Write("wx", document);
        var (name, letters) = await Download(author, document);
        Assert.Equal("Công văn Soạn chung.docx", name);
        Assert.Contains("wx0;", letters, StringComparison.Ordinal);

        var stranger = await office.Enter(DraftOffice.Stranger);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Status($"/api/documents/{document}/docx"));

        var (status, answer) = await author.Post($"/api/documents/{document}/submit");
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        foreach (var reader in (string[])[DraftOffice.Author, DraftOffice.Leader])
            Assert.Contains("wx0;", (await Download(await office.Enter(reader), document)).Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_one_person_typed_is_a_paragraph_a_line()
    {
        var author = await office.Enter(DraftOffice.Author);
        var (_, made) = await author.Post("/api/documents", new
        {
            type = "BC", @abstract = "Báo cáo quý/năm: \"a\"", body = "Dòng một\n\nDòng hai", urgency = "immediate", secrecy = "normal",
        });
        var (name, letters) = await Download(author, made.GetProperty("stream").GetGuid());
        Assert.Equal("Báo cáo quý-năm- -a-.docx", name);
        Assert.Contains("Dòng một", letters, StringComparison.Ordinal);
        Assert.Contains("Dòng hai", letters, StringComparison.Ordinal);
        Assert.Contains("HỎA TỐC", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_back_as_a_text_and_what_is_none_is_refused()
    {
        var author = await office.Enter(DraftOffice.Author);
        var (status, answer) = await author.Post("/api/drafting/import", WordFile("<w:p><w:r><w:t>Điều 1. Phạm vi</w:t><w:object/></w:r></w:p>"));
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        var paragraph = answer.GetProperty("content").GetProperty("content")[0];
        Assert.Equal("article", paragraph.GetProperty("attrs").GetProperty("part").GetString());
        Assert.Equal("Phạm vi", paragraph.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("objects", answer.GetProperty("leftOut")[0].GetProperty("kind").GetString());

        Refused(await author.Post("/api/drafting/import", "%PDF-1.7"u8.ToArray()), HttpStatusCode.UnsupportedMediaType, "fileTypeDiffers");
        Refused(await author.Post("/api/drafting/import", Array.Empty<byte>()), HttpStatusCode.BadRequest, "fieldMissing");
        Refused(await author.Post("/api/drafting/import", WordFile("<w:p>")), HttpStatusCode.BadRequest, "brokenFile");
        Refused(await author.Post("/api/drafting/import", new byte[20 * 1024 * 1024 + 1]), HttpStatusCode.RequestEntityTooLarge, "fileTooLarge");
    }

    private static void Refused((HttpStatusCode Status, JsonElement Answer) answer, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), (answer.Status, answer.Answer.GetProperty("code").GetString()));

    private static byte[] WordFile(string body)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open()))
            part.Write($"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
        return file.ToArray();
    }

    private static async Task<(string? Name, string Letters)> Download(Person reader, Guid document)
    {
        using var answer = await reader.Ask(HttpMethod.Get, $"/api/documents/{document}/docx", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType?.MediaType);
        using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        return (answer.Content.Headers.ContentDisposition?.FileNameStar, file.MainDocumentPart!.Document!.InnerText);
    }

    private async Task Write(string name, Guid document)
    {
        await office.Open(name, DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until(name, "synced");
        await office.Editors.Type(name, 1);
        await office.Editors.Until(name, "saved");
        await office.Editors.Leave(name);
    }
}
