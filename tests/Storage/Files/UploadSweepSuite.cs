using System.Text;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Files;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Files;

/// <summary>Uploads that nobody made use of go with their content, and nothing else does.</summary>
public abstract class UploadSweepSuite(TestDatabase database) : IAsyncLifetime
{
    private const long BytesMax = 1_000;
    private static readonly OfficialId Other = new(8);
    private static readonly TimeSpan Past = TimeSpan.FromHours(26);

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private TestNode node = null!;

    public async ValueTask InitializeAsync() => node = await database.Node(clock);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_upload_that_nothing_names_goes_with_its_content_a_day_and_an_hour_later()
    {
        var hash = await Upload("một", Make.Me);
        clock.Advance(TimeSpan.FromHours(24.9));
        Assert.Equal((0, 0), await Sweep.Sweep());
        clock.Advance(TimeSpan.FromHours(0.2));

        Assert.Equal((1, 1), await Sweep.Sweep());
        Assert.Null(Files.Open(hash));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM upload"));
    }

    [Fact]
    public async Task A_document_may_name_an_upload_for_a_day()
    {
        var hash = await Upload("một", Make.Me);
        var documents = node.Service<IDocumentReads>();
        Assert.Single(await documents.Uploads(Make.Me, [hash]));
        clock.Advance(UploadLimits.UsableFor);
        Assert.Empty(await documents.Uploads(Make.Me, [hash]));
    }

    [Fact]
    public async Task Content_that_a_document_names_stays()
    {
        var hash = await Upload("một", Make.Me);
        await node.Apply(Make.Append(Make.NewStream(), 0) with
        {
            Rows =
            [
                new DocumentFileRow
                {
                    Document = new DocumentId(Guid.NewGuid()), Version = 1, Ordinal = 1, Hash = hash, Name = "a.pdf", SizeBytes = 3, MediaType = "application/pdf",
                },
            ],
        });
        clock.Advance(Past);

        Assert.Equal((1, 0), await Sweep.Sweep());
        await using var content = Files.Open(hash);
        Assert.NotNull(content);
    }

    [Fact]
    public async Task Content_that_somebody_else_uploaded_later_stays_until_that_upload_goes()
    {
        var hash = await Upload("một", Make.Me);
        clock.Advance(Past);
        Assert.Equal(hash, await Upload("một", Other));
        Assert.Equal((1, 0), await Sweep.Sweep());
        await using (var content = Files.Open(hash))
            Assert.NotNull(content);
        clock.Advance(Past);

        Assert.Equal((1, 1), await Sweep.Sweep());
        Assert.Null(Files.Open(hash));
    }

    [Fact]
    public async Task Content_that_is_put_anew_before_its_upload_is_recorded_stays()
    {
        var hash = await Upload("một", Make.Me);
        await database.Execute($"UPDATE upload SET at_ms = at_ms - {(long)Past.TotalMilliseconds}");
        // The bytes of the next upload stand on the disk; its row comes after the sweep.
        await Put("một");

        Assert.Equal((1, 0), await Sweep.Sweep());
        Assert.Equal(hash, await Upload("một", Other));
        await using var content = Files.Open(hash);
        Assert.NotNull(content);
    }

    [Fact]
    public async Task What_a_dead_process_was_taking_away_comes_back()
    {
        var hash = await Put("một");
        var root = Path.Combine((await database.OptionsOf(0)).DataDirectory, "files");
        File.Move(Path.Combine(root, hash[..2], hash), Path.Combine(root, "leaving", hash + ".abc"));
        Assert.Null(Files.Open(hash));

        await using var content = new DiskFileStore(root, clock).Open(hash);
        Assert.NotNull(content);
    }

    private UploadSweep Sweep => node.Service<UploadSweep>();

    private IFileStore Files => node.Service<IFileStore>();

    private async Task<string> Put(string text)
    {
        using var received = await Files.Receive(new MemoryStream(Encoding.UTF8.GetBytes(text)), BytesMax);
        received!.Keep();
        return received.File.Hash;
    }

    private async Task<string> Upload(string text, OfficialId official)
    {
        var hash = await Put(text);
        await node.Apply(Make.Append(Make.NewStream(), 0) with
        {
            Rows =
            [
                new UploadRow { Official = official, Hash = hash, Name = "a.pdf", SizeBytes = 3, MediaType = "application/pdf", At = clock.GetUtcNow() },
            ],
        });
        return hash;
    }
}
