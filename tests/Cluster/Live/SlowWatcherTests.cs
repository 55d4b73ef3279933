using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Push;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Streams;
using PartyRealtime.Web.Live;
using StreamId = PartyRealtime.Contracts.Streams.StreamId;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>Two people have a page open, and one of them reads nothing of what he is sent.</summary>
public sealed class SlowWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly DocumentId Document = new(Guid.NewGuid());
    private static readonly Actor Person = new(new OfficialId(7), "", [], null, Secrecy.Normal);

    private readonly FakeTimeProvider _time = new();
    private readonly Streams _heads = new();
    private readonly LiveMap _map = new(new NobodyElse());
    private readonly PageWatches _pages;
    private readonly Page _reads = new(hangs: false), _sleeps = new(hangs: true);

    public SlowWatcherTests()
    {
        _pages = new PageWatches(_map, _heads, new Everybody(), new DocumentInterest(new NobodyElse()), new LiveOptions(), _time, NullLogger<PageWatches>.Instance);
        _map.Add(new LiveConnection("reads", null!, Secrecy.Normal, [], _reads, () => _reads.IsCut = true));
        _map.Add(new LiveConnection("sleeps", null!, Secrecy.Normal, [], _sleeps, () => _sleeps.IsCut = true));
    }

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Who_does_not_read_holds_up_nobody_else_and_is_cut_in_the_end()
    {
        await _pages.StartAsync(CancellationToken.None);
        Assert.True(await _pages.Watch("sleeps", Person, Document, CancellationToken.None).WaitAsync(Patience));
        Assert.True(await _pages.Watch("reads", Person, Document, CancellationToken.None).WaitAsync(Patience));
        for (var position = 1; position <= LiveConnection.BesideMax; position++)
        {
            _heads.Position = position;
            _pages.Touch(Document);
            await Until(() => _reads.Last == position);
        }

        Assert.True(_sleeps.IsCut);
        Assert.False(_reads.IsCut);
        // The first was where the page stood; then as many as may be on their way, and no more.
        Assert.Equal(LiveConnection.BesideMax, _sleeps.Told);
        await _pages.StopAsync(CancellationToken.None);
    }

    /// <summary>Who comes late with an earlier position than the others were told has missed what was told meanwhile.</summary>
    [Fact]
    public void A_page_is_compared_with_the_earliest_position_that_anybody_was_told()
    {
        var page = new PageWatch(Document);
        page.Begin(10);
        page.Told(11);
        Assert.False(page.IsBefore(11));
        page.Begin(10);
        Assert.True(page.IsBefore(11));
        page.Begin(12);
        Assert.True(page.IsBefore(11));
    }

    private async Task Until(Func<bool> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "Who reads was told nothing.");
            _time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Yield();
        }
    }

    private sealed class Streams : IStreamReads
    {
        public long Position { get; set; }

        public Task<long> Head(StreamId stream, CancellationToken cancellation = default) => Task.FromResult(Position);

        public Task<IReadOnlyDictionary<StreamId, long>> Heads(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyDictionary<StreamId, long>>(streams.ToDictionary(stream => stream, _ => Position));
    }

    private sealed class Everybody : ISightReads
    {
        public Task<IReadOnlyList<bool>> MaySee(IReadOnlyList<(DocumentId Document, Actor Actor)> asked, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<bool>>([.. asked.Select(_ => true)]);
    }

    /// <summary>The other end of a connection.</summary>
    private sealed class Page(bool hangs) : ILiveClient
    {
        private int _told;

        public int Told => Volatile.Read(ref _told);

        public long Last { get; private set; } = -1;

        public bool IsCut { get; set; }

        public Task DocumentChanged(DocumentChanged message)
        {
            Interlocked.Increment(ref _told);
            Last = message.Position;
            return hangs ? new TaskCompletionSource().Task : Task.CompletedTask;
        }

        public Task InboxChanged(InboxChanged message) => throw new NotSupportedException();

        public Task Behind(Behind message) => throw new NotSupportedException();

        public Task BoardChanged(BoardChange message) => throw new NotSupportedException();

        public Task DocumentClosed(DocumentClosed message) => throw new NotSupportedException();

        public Task SignedOut(SignedOut message) => throw new NotSupportedException();

        public Task ServerLeaving(ServerLeaving message) => throw new NotSupportedException();

        public Task StoreChanged(StoreChanged message) => throw new NotSupportedException();
    }
}
