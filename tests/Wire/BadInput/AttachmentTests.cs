using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Files;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>Files that are not taken, and names that are no names.</summary>
[Collection(BadInputCollection.Name)]
public sealed class AttachmentTests(BadInputNode shared)
{
    private static readonly byte[] Pdf = "%PDF-1.7 thử"u8.ToArray();

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit_and_one_at_it_is_taken()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var content = new byte[FileKinds.FileBytesMax + 1];
        Pdf.CopyTo(content, 0);
        var over = await author.Upload("lon.pdf", content);
        over.IsRefused(413, "fileTooLarge", "file");
        Assert.Equal("20", over.Answer.GetProperty("params").GetProperty("maxMb").GetString());
        Assert.Equal(HttpStatusCode.OK, (await author.Upload("lon.pdf", content[..^1])).Status);
    }

    [Theory]
    [InlineData("van-ban.pdf", "PK\u0003\u0004")]
    [InlineData("anh.png", "%PDF-1.7")]
    [InlineData("trang.html", "<script>")]
    [InlineData("chay.exe", "MZ")]
    [InlineData("khong-duoi", "%PDF-1.7")]
    [InlineData("ghi-chu.txt", "a\0b")]
    public async Task A_file_that_is_not_what_its_name_says_is_refused(string name, string content)
    {
        var author = await shared.Papers.Person(Papers.Author);
        var answer = await author.Upload(name, Encoding.UTF8.GetBytes(content));
        answer.IsRefused(415, "fileTypeDiffers", "file");
        Assert.Contains(".pdf", answer.Answer.GetProperty("params").GetProperty("endings").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd.pdf")]
    [InlineData("%2e%2e%2fpasswd.pdf")]
    [InlineData("..%5Cboot.pdf")]
    [InlineData("..")]
    [InlineData("a%0D%0ASet-Cookie%3A%20x%3D1.pdf")]
    [InlineData("a%00.pdf")]
    [InlineData("a%C2%85.pdf")]
    public async Task A_name_that_is_a_path_or_holds_control_characters_is_refused(string? header)
    {
        var author = await shared.Papers.Person(Papers.Author);
        (await author.Upload(header, Pdf)).IsRefused(400, "fieldInvalid", "name");
    }

    [Fact]
    public async Task A_name_of_more_than_200_characters_is_refused()
    {
        var author = await shared.Papers.Person(Papers.Author);
        (await author.Upload(new string('x', 197) + ".pdf", Pdf)).IsRefused(400, "fieldInvalid", "name");
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var author = await shared.Papers.Person(Papers.Author);
        (await author.Upload("rong.pdf", [])).IsRefused(400, "fieldMissing", "file");
    }

    [Fact]
    public async Task A_decomposed_name_is_stored_composed_and_a_table_with_its_mark_is_taken_as_it_is()
    {
        var author = await shared.Papers.Person(Papers.Author);
        const string name = "Danh sách đại biểu Điện Biên.csv";
        var table = Encoding.UTF8.GetBytes("\uFEFF\"Họ tên\",\"Chức vụ\"\r\n\"Nguyễn \"\"Ba\"\" Đường\",\"Bí thư, xã\"\r\n");
        var answer = await author.Upload(Uri.EscapeDataString(name.Normalize(NormalizationForm.FormD)), table);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(name, answer.Answer.GetProperty("name").GetString());
        Assert.Equal(table.Length, answer.Answer.GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task A_hash_that_somebody_else_uploaded_is_an_unknown_file()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var other = await shared.Papers.Person("specialist.04");
        var hash = (await other.Upload("rieng.pdf", [.. Pdf, 7])).Answer.GetProperty("hash").GetString();
        foreach (var named in new[] { hash, new string('a', 64), "../../etc/passwd" })
            (await author.Post("/api/documents", Papers.Draft("Tệp lạ", 0, new { hash = named, name = "a.pdf" }))).IsRefused(400, "unknownFile", "files");
    }

    [Fact]
    public async Task On_a_full_disk_an_upload_is_refused_with_a_time_to_come_back()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase(), services => services.Replace(ServiceDescriptor.Singleton<IFileStore, FullDisk>()));
        using var author = await node.Enter(Papers.Author);
        var answer = await author.Upload("a.pdf", Pdf);
        answer.IsRefused(503, "unavailable");
        Assert.True(answer.Answer.GetProperty("retryAfterMs").GetInt32() > 0);
        Assert.Equal(HttpStatusCode.OK, (await author.Post("/api/documents", Papers.Draft("Vẫn viết được", 0))).Status);
    }

    private sealed class FullDisk : IFileStore
    {
        public Task<ReceivedFile?> Receive(Stream content, long bytesMax, CancellationToken cancellation = default) =>
            throw new IOException("No space left on device");

        public FileStream? Open(string hash) => null;

        public bool Remove(string hash, DateTimeOffset putBefore) => false;

        public void ClearUp()
        {
        }
    }
}
