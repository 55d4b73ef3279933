using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Auth;

/// <summary>What the node reads of sessions, on its own tables, with a clock of the test's.</summary>
public sealed class WatchedSessionTests(SharedNode shared)
{
    /// <summary>Often enough that the two meet.</summary>
    private const int Leavings = 50_000;

    /// <summary>Where both cores are busy, each meeting costs a turn of the scheduler.</summary>
    private static readonly TimeSpan LeavingMax = TimeSpan.FromSeconds(10);

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task A_session_with_a_live_connection_is_not_looked_up_again_while_the_watch_looks_at_it()
    {
        var (cache, reads, time, key) = await Cache("specialist.11");
        using var live = cache.Subscribe(key, long.MaxValue, _ => { });
        Assert.NotNull(await cache.Find(key));
        for (var look = 0; look < 5; look++)
        {
            time.Advance(TimeSpan.FromSeconds(3));
            await Look(cache, reads, time);
            Assert.NotNull(await cache.Find(key));
        }

        Assert.Equal(1, reads.Found);
    }

    /// <summary>A page that is open for hours writes once an hour, and not with each of its requests.</summary>
    [Fact]
    public async Task What_is_remembered_of_a_watched_session_is_read_again_after_a_renewal()
    {
        var (cache, reads, time, key) = await Cache("specialist.15");
        var renewal = new SessionRenewal(_node.Services.GetRequiredService<IGrainFactory>(), cache, time, NullLogger<SessionRenewal>.Instance);
        using var live = cache.Subscribe(key, long.MaxValue, _ => { });
        await renewal.Use((await cache.Find(key))!);
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(1, reads.Found);

        time.Advance(SessionLimits.RenewAfter + TimeSpan.FromMinutes(1));
        await Look(cache, reads, time);
        await renewal.Use((await cache.Find(key))!);
        Assert.Equal(1, reads.Found);
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(2, reads.Found);
    }

    [Fact]
    public async Task Who_comes_while_the_last_watcher_leaves_is_told_of_the_end()
    {
        var (cache, _, _, key) = await Cache("specialist.19");
        using var begin = new Barrier(2);
        IDisposable leaving = cache.Subscribe(key, 0, _ => { });
        var enough = false;
        var leaver = Task.Run(() =>
        {
            for (begin.SignalAndWait(); !enough; begin.SignalAndWait())
            {
                leaving.Dispose();
                begin.SignalAndWait();
            }
        });
        var (missed, began) = (0, TimeProvider.System.GetTimestamp());
        for (var time = 0; time < Leavings && TimeProvider.System.GetElapsedTime(began) < LeavingMax; time++)
        {
            var told = false;
            begin.SignalAndWait();
            using var comer = cache.Subscribe(key, 0, _ => told = true);
            begin.SignalAndWait();
            cache.End(key);
            missed += told ? 0 : 1;
            leaving = cache.Subscribe(key, 0, _ => { });
        }

        enough = true;
        begin.SignalAndWait();
        await leaver;
        Assert.Equal(0, missed);
    }

    [Fact]
    public async Task Without_the_watch_it_is_looked_up_again_in_time()
    {
        var (cache, reads, time, key) = await Cache("specialist.12");
        Assert.NotNull(await cache.Find(key));
        time.Advance(SessionCache.RecheckAfter);
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(2, reads.Found);
    }

    [Fact]
    public async Task After_a_clock_was_set_back_it_is_looked_up_again_as_soon()
    {
        var (cache, reads, time, key) = await Cache("specialist.14");
        Assert.NotNull(await cache.Find(key));
        time.Set(TimeSpan.FromHours(-1));
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(1, reads.Found);
        time.Advance(SessionCache.RecheckAfter);
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(2, reads.Found);
    }

    [Fact]
    public async Task What_the_watch_read_before_a_session_was_ended_does_not_bring_it_back()
    {
        var (cache, reads, time, key) = await Cache("specialist.22");
        using var live = cache.Subscribe(key, long.MaxValue, _ => { });
        Assert.NotNull(await cache.Find(key));
        time.Advance(TimeSpan.FromSeconds(3));
        var askedAt = time.GetTimestamp();
        var open = await reads.Pulses([key.ToBytes()], time.GetUtcNow());
        cache.End(key);
        cache.Apply([key], open, askedAt);
        Assert.NotNull(await cache.Find(key));
        Assert.Equal(2, reads.Found);
    }

    [Fact]
    public async Task Who_was_let_in_by_rights_that_have_changed_since_is_told_by_the_next_look()
    {
        var (cache, reads, time, key) = await Cache("specialist.24");
        var stamp = (await cache.Find(key))!.Record.Stamp;
        var told = new List<string>();
        using var late = cache.Subscribe(key, stamp - 1, change => told.Add($"late {change}"));
        using var level = cache.Subscribe(key, stamp, change => told.Add($"level {change}"));
        await Look(cache, reads, time);
        Assert.Equal(["late RightsChanged"], told);
    }

    private static async Task Look(SessionCache cache, CountingReads reads, TimeProvider time)
    {
        var askedAt = time.GetTimestamp();
        var keys = cache.Watched;
        cache.Apply(keys, await reads.Pulses([.. keys.Select(key => key.ToBytes())], time.GetUtcNow()), askedAt);
    }

    private async Task<(SessionCache Cache, CountingReads Reads, SetClock Time, SessionKey Key)> Cache(string signIn)
    {
        using var browser = await _node.SignedIn(signIn);
        var key = SessionKey.OfToken(browser.Cookies.GetCookies(_node.Url)["pr"]!.Value);
        var reads = new CountingReads(_node.Services.GetRequiredService<ISessionReads>());
        var time = new SetClock();
        return (new SessionCache(reads, _node.Services.GetRequiredService<NodeSettings>(), time), reads, time, key);
    }

    /// <summary>The node's reads, counted.</summary>
    private sealed class CountingReads(ISessionReads reads) : ISessionReads
    {
        public int Found { get; private set; }

        public Task<SessionRecord?> Find(byte[] id, DateTimeOffset now, CancellationToken cancellation = default)
        {
            Found++;
            return reads.Find(id, now, cancellation);
        }

        public Task<IReadOnlyList<SessionPulse>> Pulses(IReadOnlyCollection<byte[]> ids, DateTimeOffset now, CancellationToken cancellation = default) =>
            reads.Pulses(ids, now, cancellation);

        public Task<SignInAccount?> Account(string signIn, CancellationToken cancellation = default) => reads.Account(signIn, cancellation);

        public Task<SignInAccount?> Account(OfficialId official, CancellationToken cancellation = default) => reads.Account(official, cancellation);

        public Task<ImmutableArray<SessionRow>> OfOfficial(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default) =>
            reads.OfOfficial(official, now, cancellation);

        public Task<SessionState> State(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default) =>
            reads.State(official, now, cancellation);

        public Task<PreferenceRow> Preferences(OfficialId official, CancellationToken cancellation = default) =>
            reads.Preferences(official, cancellation);
    }
}
