using System.Text;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Storage.Files;

namespace PartyRealtime.StorageTests.Files;

/// <summary>One folder that several nodes share: who starts leaves alone what the others are at.</summary>
public sealed class DiskFileStoreTests : IDisposable
{
    private const long BytesMax = 1_000;

    private readonly string _root = Directory.CreateTempSubdirectory("partyrealtime-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task An_upload_goes_on_while_another_node_starts()
    {
        var node = Start();
        await using var content = new PausedStream("một");
        var coming = node.Receive(content, BytesMax, TestContext.Current.CancellationToken);
        await content.Asked;
        Start();
        content.GoOn();

        using var received = await coming;
        received!.Keep();
        await using var file = node.Open(received.File.Hash);
        Assert.NotNull(file);
    }

    [Fact]
    public async Task What_nobody_keeps_leaves_nothing_and_takes_nothing_of_the_same_content_away()
    {
        using (var refused = await Receive("một"))
            Assert.Equal(Encoding.UTF8.GetByteCount("một"), refused.File.SizeBytes);
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
        Assert.Null(await Start().Receive(Content("một"), bytesMax: 4, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));

        var hash = await Put("một");
        using (await Receive("một"))
            Assert.Single(Directory.EnumerateFiles(Path.Combine(_root, "incoming")));
        Assert.Equal(Path.Combine(_root, hash[..2], hash), Assert.Single(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public void What_was_left_half_written_goes_an_hour_later()
    {
        Start();
        var left = Path.Combine(_root, "incoming", "half");
        File.WriteAllText(left, "nửa");
        _time.Advance(TimeSpan.FromMinutes(59));
        Start();
        Assert.True(File.Exists(left));

        _time.Advance(TimeSpan.FromMinutes(2));
        Start();
        Assert.False(File.Exists(left));
    }

    /// <summary>When a file was put says nothing about when it was taken: that stands in its name.</summary>
    [Fact]
    public async Task What_another_node_is_taking_away_comes_back_only_when_that_node_has_died_over_it()
    {
        var hash = await Put("một");
        _time.Advance(TimeSpan.FromDays(2));
        var leaving = DiskFileStore.LeavingName(hash, _time.GetUtcNow());
        File.Move(Path.Combine(_root, hash[..2], hash), Path.Combine(_root, "leaving", leaving));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Null(Start().Open(hash));

        _time.Advance(TimeSpan.FromMinutes(2));
        await using var file = Start().Open(hash);
        Assert.NotNull(file);
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_time_pass_over_what_another_one_has_cleared()
    {
        Start();
        var hashes = Enumerable.Range(0, 300).Select(one => one.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Directory.CreateDirectory(Path.Combine(_root, "00"));
        foreach (var hash in hashes)
        {
            File.WriteAllText(Path.Combine(_root, "incoming", hash), "");
            File.WriteAllText(Path.Combine(_root, "leaving", DiskFileStore.LeavingName(hash, _time.GetUtcNow())), "");
        }

        _time.Advance(TimeSpan.FromHours(2));
        using var all = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                all.SignalAndWait();
                Start();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_root, "incoming")));
        Assert.All(hashes, hash => Assert.True(File.Exists(Path.Combine(_root, "00", hash))));
    }

    private async Task<string> Put(string text)
    {
        using var received = await Receive(text);
        received.Keep();
        return received.File.Hash;
    }

    private async Task<ReceivedFile> Receive(string text) => (await Start().Receive(Content(text), BytesMax, TestContext.Current.CancellationToken))!;

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private DiskFileStore Start() => new(_root, _time);

    /// <summary>Gives its text when it is told to.</summary>
    private sealed class PausedStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void GoOn() => _goesOn.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _asked.TrySetResult();
            await _goesOn.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
