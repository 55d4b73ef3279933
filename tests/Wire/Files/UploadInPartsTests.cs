using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Files;
using PartyRealtime.WireTests.BadInput;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.Files;

/// <summary>An upload that goes on where its line broke, as tus 1.0.0 has it.</summary>
[Collection(BadInputCollection.Name)]
public sealed class UploadInPartsTests(BadInputNode shared)
{
    private const string Name = "kế hoạch.pdf";

    /// <summary>What the server writes at once.</summary>
    private const int PieceBytes = 256 * 1024;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task It_becomes_the_same_file_as_one_that_is_sent_at_once()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var content = Pdf(700_000);
        var upload = await PersonUpload.Begin(author, Name.Normalize(NormalizationForm.FormD), content);
        Assert.Equal(0, await upload.Offset());
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Part(0, content[..300_001])).Status);
        Assert.Equal(300_001, await upload.Offset());
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Part(300_001, content[300_001..])).Status);
        var (status, file) = await upload.Finish();
        Assert.Equal(HttpStatusCode.OK, status);

        var atOnce = await author.Upload(Uri.EscapeDataString(Name), content);
        Assert.Equal(atOnce.Answer.GetRawText(), file.GetRawText());
        Assert.Equal(PersonUpload.HashOf(content), file.GetProperty("hash").GetString());
        var (drafted, draft) = await author.Post("/api/documents", Papers.Draft("Tệp từng phần", 0, new { hash = PersonUpload.HashOf(content), name = Name }));
        Assert.True(drafted == HttpStatusCode.OK, draft.ToString());
    }

    [Fact]
    public async Task Finished_again_after_a_lost_answer_it_answers_the_same()
    {
        var (upload, content) = await Begun(1_000);
        await upload.Part(0, content);
        var id = Guid.NewGuid();
        var first = await upload.Finish(id);
        foreach (var again in new[] { await upload.Finish(id), await upload.Finish() })
            Assert.Equal((HttpStatusCode.OK, first.Answer.GetRawText()), (again.Status, again.Answer.GetRawText()));
        Assert.Equal(content.Length, await upload.Offset());
    }

    [Fact]
    public async Task What_was_read_before_the_line_broke_is_there_and_the_rest_makes_it_whole()
    {
        var (upload, content) = await Begun(900_000);
        using (await Hang(upload, content, 400_000))
            await Reaches(upload, PieceBytes);
        var offset = (int)(await upload.Offset())!.Value;
        Assert.InRange(offset, PieceBytes, 400_000);
        var rest = await upload.Part(offset, content[offset..]);
        // The server may hear of the break a little later, when some of the rest is there already.
        while (rest.Status == HttpStatusCode.Conflict)
        {
            offset = (int)(await upload.Offset())!.Value;
            Assert.InRange(offset, PieceBytes, content.Length);
            rest = await upload.Part(offset, content[offset..]);
        }

        Assert.Equal(HttpStatusCode.NoContent, rest.Status);
        Assert.Equal(PersonUpload.HashOf(content), (await upload.Finish()).Answer.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_line_that_hangs_keeps_nobody_from_going_on_over_another_one()
    {
        const int arrived = 300_000;
        var (upload, content) = await Begun(600_000);
        using var hanging = await Hang(upload, content, arrived);
        // Its first piece is written; the rest is waited for.
        await Reaches(upload, PieceBytes);
        var rest = await upload.Part(PieceBytes, content[PieceBytes..]);
        // It is seen before it is synced, and until then the other one has the upload.
        while (rest.Status == HttpStatusCode.Conflict && await upload.Offset() == PieceBytes)
            rest = await upload.Part(PieceBytes, content[PieceBytes..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.Status);
        await hanging.GetStream().WriteAsync(content.AsMemory(arrived));
        using var reader = new StreamReader(hanging.GetStream());
        Assert.Contains(" 409 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(PersonUpload.HashOf(content), (await upload.Finish()).Answer.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_line_that_is_too_slow_is_to_be_tried_again_and_nothing_is_taken_away()
    {
        var (upload, content) = await Begun(100_000);
        using var slow = await Hang(upload, content, 4_000);
        using var reader = new StreamReader(slow.GetStream());
        Assert.Contains(" 503 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        var offset = (int)(await upload.Offset())!.Value;
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Part(offset, content[offset..])).Status);
        Assert.Equal(PersonUpload.HashOf(content), (await upload.Finish()).Answer.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Begun_again_it_is_the_same_and_under_another_name_another()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var content = Pdf(1_000);
        var upload = await PersonUpload.Begin(author, Name, content);
        await upload.Part(0, content[..600]);
        var again = await PersonUpload.Begin(author, Name, content);
        Assert.Equal((upload.Path, 600), (again.Path, await again.Offset()));
        Assert.NotEqual(upload.Path, (await PersonUpload.Begin(author, "khác.pdf", content)).Path);
        var theirs = await PersonUpload.Begin(await shared.Papers.Person("specialist.04"), Name, content);
        Assert.NotEqual(upload.Path, theirs.Path);
        await theirs.Remove();

        await again.Part(600, content[600..]);
        var first = await upload.Finish();
        Assert.Equal((HttpStatusCode.OK, first.Answer.GetRawText()), await Answered(await PersonUpload.Begin(author, Name, content)));

        static async Task<(HttpStatusCode, string)> Answered(PersonUpload finished)
        {
            var (status, answer) = await finished.Finish();
            return (status, answer.GetRawText());
        }
    }

    [Fact]
    public async Task A_part_that_begins_elsewhere_is_refused_and_the_server_says_where()
    {
        var (upload, content) = await Begun(1_000);
        await upload.Part(0, content[..600]);
        foreach (var offset in new[] { 0, 599, 601 })
            (await upload.Part(offset, content[offset..])).IsRefused(409, "changedMeanwhile");
        Assert.Equal(600, await upload.Offset());
    }

    [Fact]
    public async Task Of_parts_that_come_at_once_one_is_taken()
    {
        var (upload, content) = await Begun(200_000);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => upload.Part(0, content)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.NoContent), answer => answer.IsRefused(409, "changedMeanwhile"));
        Assert.Equal(PersonUpload.HashOf(content), (await upload.Finish()).Answer.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Another_persons_upload_is_answered_as_one_that_does_not_exist()
    {
        var (upload, content) = await Begun(1_000);
        var stranger = upload.By(await shared.Papers.Person("specialist.04"));
        Assert.Null(await stranger.Offset());
        (await stranger.Part(0, content)).IsRefused(404, "notInScope");
        (await stranger.Finish()).IsRefused(404, "notInScope");
        (await stranger.Remove()).IsRefused(404, "notInScope");
        Assert.Equal(0, await upload.Offset());
    }

    [Fact]
    public async Task More_than_was_announced_is_not_taken()
    {
        var (upload, content) = await Begun(1_000);
        (await upload.Part(0, [.. content, 1])).IsRefused(413, "fileTooLarge", "file");
        await upload.Part(0, content);
        (await upload.Part(1_000, [1])).IsRefused(413, "fileTooLarge", "file");
        Assert.Equal(1_000, await upload.Offset());
    }

    [Fact]
    public async Task What_is_not_whole_is_no_file_yet()
    {
        var (upload, content) = await Begun(1_000);
        await upload.Part(0, content[..999]);
        (await upload.Finish()).IsRefused(409, "changedMeanwhile");
        Assert.Equal(999, await upload.Offset());
    }

    [Fact]
    public async Task Bytes_with_another_hash_than_was_announced_are_no_file_and_are_gone()
    {
        var (upload, content) = await Begun(1_000);
        content[^1] ^= 1;
        await upload.Part(0, content);
        (await upload.Finish()).IsRefused(400, "brokenFile", "upload");
        Assert.Null(await upload.Offset());
    }

    [Fact]
    public async Task A_kind_that_the_first_bytes_belie_is_refused_before_the_rest_is_sent()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var lying = Enumerable.Repeat((byte)'x', 10_000).ToArray();
        var upload = await PersonUpload.Begin(author, "a.pdf", lying);
        (await upload.Part(0, lying[..1_000])).IsRefused(415, "fileTypeDiffers", "file");
        Assert.Null(await upload.Offset());
    }

    /// <summary>Parts too small to tell a kind by are looked at in the end.</summary>
    [Fact]
    public async Task A_kind_that_lies_in_small_parts_is_found_in_the_end()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var lying = "lying"u8.ToArray();
        var upload = await PersonUpload.Begin(author, "a.pdf", lying);
        await upload.Part(0, lying[..2]);
        await upload.Part(2, lying[2..]);
        (await upload.Finish()).IsRefused(415, "fileTypeDiffers", "file");
        Assert.Null(await upload.Offset());
    }

    [Fact]
    public async Task What_was_given_up_is_gone()
    {
        var (upload, content) = await Begun(1_000);
        await upload.Part(0, content[..10]);
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Remove()).Status);
        Assert.Null(await upload.Offset());
        (await upload.Part(10, content[10..])).IsRefused(404, "notInScope");
        (await upload.Finish()).IsRefused(404, "notInScope");
        (await upload.Remove()).IsRefused(404, "notInScope");
    }

    [Fact]
    public async Task What_nobody_goes_on_with_for_a_day_is_gone_and_swept()
    {
        var (upload, content) = await Begun(1_000);
        await upload.Part(0, content[..10]);
        var left = Directory.GetFiles(Parts, $"{new Guid(upload.Path.Split('/')[^1]):N}*", SearchOption.AllDirectories);
        Assert.Equal(2, left.Length);
        foreach (var file in left)
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow - UploadLimits.ContinuableFor - TimeSpan.FromMinutes(1));
        Assert.Null(await upload.Offset());
        (await upload.Part(10, content[10..])).IsRefused(404, "notInScope");

        shared.Node.Services.GetRequiredService<IUploadParts>().Sweep();
        Assert.All(left, file => Assert.False(File.Exists(file)));
    }

    [Theory]
    [InlineData("a.pdf", "20971521", 413, "fileTooLarge", "file")]
    [InlineData("a.pdf", "0", 400, "fieldMissing", "file")]
    [InlineData("a.pdf", "-1", 400, "fieldInvalid", "size")]
    [InlineData("a.pdf", "many", 400, "fieldInvalid", "size")]
    [InlineData("chay.exe", "10", 415, "fileTypeDiffers", "file")]
    [InlineData("../a.pdf", "10", 400, "fieldInvalid", "name")]
    [InlineData("", "10", 400, "fieldInvalid", "name")]
    public async Task What_cannot_become_a_file_is_not_begun(string name, string size, int status, string code, string field)
    {
        var author = await shared.Papers.Person(Papers.Author);
        var (answered, answer, path) = await PersonUpload.Ask(author, name, size, PersonUpload.HashOf([]));
        (answered, answer).IsRefused(status, code, field);
        Assert.Null(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../../../../../../../../../../../../../../../../../etc/passwd000")]
    public async Task A_hash_that_is_none_is_refused(string hash)
    {
        var author = await shared.Papers.Person(Papers.Author);
        var (status, answer, _) = await PersonUpload.Ask(author, "a.pdf", "10", hash);
        (status, answer).IsRefused(400, "fieldInvalid", "sha256");
    }

    [Fact]
    public async Task One_person_has_so_many_unfinished_uploads()
    {
        var many = await shared.Papers.Person("specialist.04");
        var begun = new List<PersonUpload>();
        for (var count = 0; count < UploadLimits.UnfinishedMax; count++)
            begun.Add(await PersonUpload.Begin(many, $"{count}.pdf", Pdf(20)));
        var (status, answer, _) = await PersonUpload.Ask(many, "a.pdf", "10", PersonUpload.HashOf([]));
        (status, answer).IsRefused(400, "tooMany", "upload");
        Assert.Equal("40", answer.GetProperty("params").GetProperty("max").GetString());
        foreach (var upload in begun)
            await upload.Remove();
    }

    [Theory]
    [InlineData(null, "application/offset+octet-stream", "0")]
    [InlineData("0.2.2", "application/offset+octet-stream", "0")]
    [InlineData("1.0.0", "application/octet-stream", "0")]
    [InlineData("1.0.0", "application/offset+octet-stream", null)]
    [InlineData("1.0.0", "application/offset+octet-stream", "-1")]
    public async Task A_part_of_another_protocol_is_not_read(string? version, string type, string? offset)
    {
        var (upload, content) = await Begun(1_000);
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload.Path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (version is not null)
            request.Headers.Add("Tus-Resumable", version);
        if (offset is not null)
            request.Headers.Add("Upload-Offset", offset);
        using var answer = await (await shared.Papers.Person(Papers.Author)).Send(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("malformed", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Resumable").Single());
        Assert.Equal(0, await upload.Offset());
    }

    private string Parts => Path.Combine(shared.Node.Services.GetRequiredService<PartyRealtime.Storage.Hosting.StoreOptions>().DataDirectory, "files", "incoming", "parts");

    private async Task<(PersonUpload Upload, byte[] Content)> Begun(int length)
    {
        var content = Pdf(length);
        return (await PersonUpload.Begin(await shared.Papers.Person(Papers.Author), Name, content), content);
    }

    private static async Task Reaches(PersonUpload upload, long offset)
    {
        using var timer = new PeriodicTimer(Look);
        while (await upload.Offset() < offset)
            await timer.WaitForNextTickAsync();
    }

    /// <summary>Announces all of the content and sends so much of it.</summary>
    private async Task<TcpClient> Hang(PersonUpload upload, byte[] content, int arrived)
    {
        var person = await shared.Papers.Person(Papers.Author);
        var line = new TcpClient();
        await line.ConnectAsync(shared.Node.Url.Host, shared.Node.Url.Port);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            PATCH {upload.Path} HTTP/1.1
            Host: {shared.Node.Url.Authority}
            Origin: {shared.Node.Url.GetLeftPart(UriPartial.Authority)}
            Cookie: {person.Session.Name}={person.Session.Value}
            Tus-Resumable: 1.0.0
            Upload-Offset: 0
            Content-Type: application/offset+octet-stream
            Content-Length: {content.Length}


            """).ReplaceLineEndings("\r\n");
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await line.GetStream().WriteAsync(content.AsMemory(0, arrived));
        return line;
    }

    private static byte[] Pdf(int length)
    {
        var content = new byte[length];
        Random.Shared.NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);
        return content;
    }
}
