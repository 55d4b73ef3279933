using System.Text;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Files;

namespace PartyRealtime.StorageTests.Files;

/// <summary>Uploads in parts, in one folder that several nodes share: no node remembers anything of them.</summary>
public sealed class DiskUploadPartsTests : IDisposable
{
    private static readonly OfficialId Me = new(7);
    private static readonly OfficialId Other = new(8);
    private static readonly UploadPlan Plan = new("a.pdf", 10, new string('a', 64));

    private readonly string _root = Directory.CreateTempSubdirectory("partyrealtime-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Another_node_goes_on_where_the_first_one_stopped()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        Assert.Equal(new PartialUpload(Plan, 0, IsKept: false), Node().Find(Me, upload));
        Assert.Equal(Appended.Durable, await Node().Append(Me, upload, 0, Bytes("01234")));
        Assert.Equal(5, Node().Find(Me, upload)!.OffsetBytes);
        Assert.Equal(Appended.Durable, await Node().Append(Me, upload, 5, Bytes("56789")));

        Assert.Equal("0123456789", Text(Node(), upload));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task What_begins_elsewhere_is_not_written(long offset)
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        await Node().Append(Me, upload, 0, Bytes("01234"));
        Assert.Equal(Appended.Elsewhere, await Node().Append(Me, upload, offset, Bytes("xxx")));
        Assert.Equal("01234", Text(Node(), upload));
    }

    [Fact]
    public async Task Of_many_who_write_the_same_place_at_once_one_does()
    {
        const int writers = 8;
        const int rounds = 20;
        var upload = Node().Begin(Me, Plan)!.Value;
        var nodes = Enumerable.Range(0, writers).Select(_ => Node()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            var offset = round * 1_000L;
            var written = await Task.WhenAll(nodes.Select((node, number) => Task.Run(() =>
                node.Append(Me, upload, offset, Bytes(new string((char)('a' + number), 1_000))))));
            Assert.Equal(1, written.Count(one => one == Appended.Durable));
            Assert.All(written, one => Assert.NotEqual(Appended.Missing, one));
        }

        var text = Text(Node(), upload);
        Assert.Equal(rounds * 1_000, text.Length);
        Assert.All(text.Chunk(1_000), part => Assert.Single(part.Distinct()));
    }

    [Fact]
    public async Task Nothing_is_written_while_it_is_read()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        await Node().Append(Me, upload, 0, Bytes("01234"));
        await using (Node().Open(Me, upload))
            Assert.Equal(Appended.Elsewhere, await Node().Append(Me, upload, 5, Bytes("56789")));
        Assert.Equal(Appended.Durable, await Node().Append(Me, upload, 5, Bytes("56789")));
    }

    [Fact]
    public async Task Another_persons_upload_is_missing()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        Assert.Null(Node().Find(Other, upload));
        Assert.Equal(Appended.Missing, await Node().Append(Other, upload, 0, Bytes("xxx")));
        Assert.Null(Node().Open(Other, upload));
        Assert.False(Node().Remove(Other, upload));
        Node().Keep(Other, upload);
        Assert.Equal(new PartialUpload(Plan, 0, IsKept: false), Node().Find(Me, upload));
    }

    [Fact]
    public async Task What_was_removed_is_missing()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        Assert.True(Node().Remove(Me, upload));
        Assert.False(Node().Remove(Me, upload));
        Assert.Null(Node().Find(Me, upload));
        Assert.Equal(Appended.Missing, await Node().Append(Me, upload, 0, Bytes("01234")));
        Assert.Empty(Left());
    }

    [Fact]
    public async Task What_was_kept_is_found_as_kept_without_its_bytes()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        await Node().Append(Me, upload, 0, Bytes("0123456789"));
        Node().Keep(Me, upload);
        Node().Keep(Me, upload);
        Assert.Equal(new PartialUpload(Plan, 10, IsKept: true), Node().Find(Me, upload));
        Assert.Null(Node().Open(Me, upload));
        Assert.Single(Left());
        Assert.True(Node().Remove(Me, upload));
    }

    [Fact]
    public void A_person_has_so_many_unfinished_ones_and_another_one_has_others()
    {
        var begun = Enumerable.Range(0, UploadLimits.UnfinishedMax).Select(number => Node().Begin(Me, Numbered(number))!.Value).ToList();
        Assert.Null(Node().Begin(Me, Plan));
        Assert.Equal(begun[3], Node().Begin(Me, Numbered(3)));
        Assert.NotNull(Node().Begin(Other, Plan));

        Node().Keep(Me, begun[0]);
        Assert.NotNull(Node().Begin(Me, Plan));
        Assert.Null(Node().Begin(Me, Numbered(100)));
        Node().Remove(Me, begun[1]);
        Assert.NotNull(Node().Begin(Me, Numbered(100)));
    }

    [Fact]
    public async Task Begun_again_it_is_the_same_upload_however_far_it_is_and_under_another_name_it_is_another()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        await Node().Append(Me, upload, 0, Bytes("01234"));
        Assert.Equal(upload, Node().Begin(Me, Plan));
        Assert.Equal(5, Node().Find(Me, upload)!.OffsetBytes);
        Assert.NotEqual(upload, Node().Begin(Me, Plan with { Name = "b.pdf" }));

        await Node().Append(Me, upload, 5, Bytes("56789"));
        Node().Keep(Me, upload);
        Assert.Equal(upload, Node().Begin(Me, Plan));
        Assert.True(Node().Find(Me, upload)!.IsKept);
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_missing_after_a_day_and_swept()
    {
        var left = Node().Begin(Me, Plan)!.Value;
        var kept = Node().Begin(Me, Numbered(1))!.Value;
        await Node().Append(Me, left, 0, Bytes("01234"));
        Node().Keep(Me, kept);
        _time.Advance(UploadLimits.ContinuableFor + TimeSpan.FromMinutes(1));
        Assert.Null(Node().Find(Me, left));
        Assert.Null(Node().Find(Me, kept));
        Assert.Equal(left, Node().Begin(Me, Plan));
        Assert.Equal(0, new FileInfo(Path.Combine(_root, "incoming", "parts", "7", left.ToString("N"))).Length);
        foreach (var file in Left())
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-2));

        Assert.Equal(2, Node().Sweep());
        Assert.Empty(Left());
        Assert.Equal(Appended.Missing, await Node().Append(Me, left, 0, Bytes("01234")));
        Assert.NotNull(Node().Begin(Me, Plan));
    }

    /// <summary>When it was begun says nothing: the last part does.</summary>
    [Fact]
    public async Task What_somebody_goes_on_with_stays()
    {
        var upload = Node().Begin(Me, Plan)!.Value;
        foreach (var file in Left())
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-2));
        await Node().Append(Me, upload, 0, Bytes("01234"));
        Assert.Equal(0, Node().Sweep());
        Assert.Equal(5, Node().Find(Me, upload)!.OffsetBytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".new")]
    public void What_a_process_left_behind_while_it_began_is_no_upload_and_goes_after_a_day(string ending)
    {
        var upload = Guid.NewGuid();
        Node().Begin(Me, Plan);
        var path = Path.Combine(_root, "incoming", "parts", "7", upload.ToString("N"));
        File.WriteAllText(path, "");
        File.WriteAllText(path + ending, "");
        Assert.Null(Node().Find(Me, upload));
        Assert.Equal(0, Node().Sweep());

        _time.Advance(UploadLimits.ContinuableFor + TimeSpan.FromMinutes(1));
        Assert.Equal(1, Node().Sweep());
        Assert.Empty(Left());
    }

    private static UploadPlan Numbered(int number) => Plan with { Name = $"{number}.pdf" };

    private DiskUploadParts Node() => new(_root, _time);

    private string[] Left() => Directory.GetFiles(_root, "*", SearchOption.AllDirectories);

    private static string Text(DiskUploadParts parts, Guid upload)
    {
        using var reader = new StreamReader(parts.Open(Me, upload)!);
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
