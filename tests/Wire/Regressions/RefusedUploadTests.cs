using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Files;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.WireTests.BadInput;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>Files that were refused once stayed in the store for ever, as many as anybody sent.</summary>
[Collection(BadInputCollection.Name)]
public sealed class RefusedUploadTests(BadInputNode shared)
{
    [Theory]
    [InlineData("chay.exe", "MZ 1", true, 415, "fileTypeDiffers", "file")]
    [InlineData("anh.png", "%PDF-1.7 không phải ảnh", true, 415, "fileTypeDiffers", "file")]
    [InlineData("rong.pdf", "", true, 400, "fieldMissing", "file")]
    [InlineData("van-ban.pdf", "%PDF-1.7 không có khóa", false, 400, "commandIdMissing", null)]
    public async Task Nothing_is_left_of_a_refused_file(string name, string content, bool hasId, int status, string code, string? field)
    {
        var before = Stored();
        (await Upload(name, Encoding.UTF8.GetBytes(content), hasId ? Guid.NewGuid() : null)).IsRefused(status, code, field);
        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task Nothing_is_left_of_a_file_under_an_id_that_is_taken()
    {
        var id = Guid.NewGuid();
        var first = Pdf("một");
        Assert.Equal(HttpStatusCode.OK, (await Upload("a.pdf", first, id)).Status);
        var before = Stored();
        (await Upload("a.pdf", Pdf("hai"), id)).IsRefused(409, "commandIdReused");
        Assert.Equal(before, Stored());
        Assert.Equal(HttpStatusCode.OK, (await Upload("a.pdf", first, id)).Status);
    }

    [Theory]
    [InlineData("chay.exe", true, 415)]
    [InlineData("a.pdf", false, 400)]
    public async Task What_the_headers_show_to_be_in_vain_is_refused_before_the_bytes_are_sent(string name, bool hasId, int status)
    {
        var person = await shared.Papers.Person(Papers.Author);
        using var line = new TcpClient();
        await line.ConnectAsync(shared.Node.Url.Host, shared.Node.Url.Port);
        var key = hasId ? $"Idempotency-Key: {Guid.NewGuid()}\n" : "";
        var head = $"""
            POST /api/files HTTP/1.1
            Host: {shared.Node.Url.Authority}
            Origin: {shared.Node.Url.GetLeftPart(UriPartial.Authority)}
            Cookie: {person.Session.Name}={person.Session.Value}
            X-File-Name: {name}
            Content-Length: 1000
            {key}

            """.ReplaceLineEndings("\r\n");
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(line.GetStream());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" {status} "), await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_somebody_keeps_stays_when_it_is_refused_under_a_name_that_lies()
    {
        var content = Pdf("của người khác");
        var hash = (await (await shared.Papers.Person("specialist.04")).Upload("rieng.pdf", content)).Answer.GetProperty("hash").GetString();
        var before = Stored();
        (await Upload("anh.png", content, Guid.NewGuid())).IsRefused(415, "fileTypeDiffers", "file");
        Assert.Equal(before, Stored());
        await using var file = shared.Node.Services.GetRequiredService<IFileStore>().Open(hash!);
        Assert.NotNull(file);
    }

    [Fact]
    public async Task Of_an_upload_in_parts_nothing_is_kept_without_an_id_of_its_own_and_with_one_it_ends()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var taken = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.OK, (await Upload("a.pdf", Pdf("ba"), taken)).Status);
        var content = Pdf("từng phần");
        var upload = await PersonUpload.Begin(author, "a.pdf", content);
        await upload.Part(0, content);
        var before = Stored();
        using (var request = new HttpRequestMessage(HttpMethod.Post, $"{upload.Path}/finish"))
        using (var answer = await author.Send(request))
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        (await upload.Finish(taken)).IsRefused(409, "commandIdReused");
        Assert.Equal(before, Stored());

        Assert.Equal(HttpStatusCode.OK, (await upload.Finish()).Status);
        Assert.Equal(before.Length + 1, Stored().Length);
    }

    [Theory]
    [InlineData("lying")]
    [InlineData("%PDF-")]
    public async Task Of_parts_that_lie_nothing_is_kept(string said)
    {
        var content = Encoding.ASCII.GetBytes(said);
        // Of another kind, or with other bytes than were announced.
        var upload = await PersonUpload.Begin(await shared.Papers.Person(Papers.Author), "a.pdf", content);
        await upload.Part(0, content[..2]);
        await upload.Part(2, said == "lying" ? content[2..] : "DF+"u8.ToArray());
        var before = Stored();
        Assert.False((await upload.Finish()).Status == HttpStatusCode.OK);
        Assert.Equal(before, Stored());
    }

    private static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7 {text}");

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Upload(string name, byte[] content, Guid? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/files") { Content = new ByteArrayContent(content) };
        request.Headers.Add("X-File-Name", name);
        if (id is { } command)
            request.Headers.Add("Idempotency-Key", command.ToString());
        using var answer = await (await shared.Papers.Person(Papers.Author)).Send(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }

    /// <summary>All files in the folder, but for uploads in parts that may go on.</summary>
    private string[] Stored()
    {
        var root = Path.Combine(shared.Node.Services.GetRequiredService<StoreOptions>().DataDirectory, "files");
        var parts = Path.Combine(root, "incoming", "parts");
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(parts, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
