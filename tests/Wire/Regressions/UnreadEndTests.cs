using System.Diagnostics.Metrics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Live;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>A connection that read nothing once put off its own end: it was closed only after it had taken the reason.</summary>
public sealed class UnreadEndTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero));
    private readonly LiveMap _map = new(new Nobody());
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly LiveMetrics _metrics;
    private readonly BoardWatches _boards;
    private readonly PageWatches _pages;

    public UnreadEndTests()
    {
        _metrics = new LiveMetrics(_services.GetRequiredService<IMeterFactory>(), _map);
        var interest = new DocumentInterest(new Nobody());
        _boards = new BoardWatches(_map, null!, interest, new LiveOptions(), _time, NullLogger<BoardWatches>.Instance);
        _pages = new PageWatches(_map, null!, null!, interest, new LiveOptions(), _time, NullLogger<PageWatches>.Instance);
    }

    public void Dispose()
    {
        _boards.Dispose();
        _pages.Dispose();
        _metrics.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task One_that_does_not_read_is_sent_nothing_more_and_closed_a_second_after_its_session_ended()
    {
        var (sessions, client, context) = (new Sessions(), new Unread(), new Context());
        var visit = new LiveDoor(_map, _boards, _pages, sessions, _metrics, _time).Open(context, client, Person());
        Assert.Equal(1, _map.Connections);

        sessions.Change!(SessionChange.Ended);
        Assert.Equal(0, _map.Connections);
        visit.Connection.Say(told => told.StoreChanged(null!));
        Assert.False(visit.Connection.Announce(new SeatId(1), 7));
        visit.Connection.Flush("epoch");
        Assert.Equal(["SignedOut"], client.Told);
        Assert.False(context.IsAborted);

        _time.Advance(LiveDoor.TellingMax);
        await context.Aborted.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void One_with_other_rights_is_closed_at_once()
    {
        var (sessions, client, context) = (new Sessions(), new Unread(), new Context());
        new LiveDoor(_map, _boards, _pages, sessions, _metrics, _time).Open(context, client, Person());
        sessions.Change!(SessionChange.RightsChanged);
        Assert.True(context.IsAborted);
        Assert.Empty(client.Told);
        Assert.Equal(0, _map.Connections);
    }

    private Caller Person()
    {
        var now = _time.GetUtcNow();
        var session = new LiveSession(default, new SessionRecord
        {
            Official = new OfficialId(7),
            SignIn = "clerk",
            Name = "",
            Clearance = Secrecy.Normal,
            Demo = true,
            Stamp = 1,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now.AddHours(1),
        });
        var caller = new Caller();
        caller.SignIn(session, session.ActorOn(OfficeDay.Today(_time), acting: null));
        return caller;
    }

    private sealed class Sessions : ISessionEnded, IDisposable
    {
        public Action<SessionChange>? Change { get; private set; }

        public IDisposable Subscribe(SessionKey session, long stamp, Action<SessionChange> changed)
        {
            Change = changed;
            return this;
        }

        public void Dispose()
        {
        }
    }

    private sealed class Nobody : IPushInterest
    {
        public void Follow(SeatId seat)
        {
        }

        public void Unfollow(SeatId seat)
        {
        }

        public void Follow(DocumentId document)
        {
        }

        public void Unfollow(DocumentId document)
        {
        }
    }

    private sealed class Context : HubCallerContext
    {
        private readonly TaskCompletionSource _aborted = new();

        public Task Aborted => _aborted.Task;

        public bool IsAborted => _aborted.Task.IsCompleted;

        public override string ConnectionId => "one";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => _aborted.TrySetResult();
    }

    /// <summary>Nothing that is sent to it is ever taken.</summary>
    private sealed class Unread : ILiveClient
    {
        public List<string> Told { get; } = [];

        public Task InboxChanged(InboxChanged message) => Never(nameof(InboxChanged));

        public Task Behind(Behind message) => Never(nameof(Behind));

        public Task BoardChanged(BoardChange message) => Never(nameof(BoardChanged));

        public Task DocumentChanged(DocumentChanged message) => Never(nameof(DocumentChanged));

        public Task DocumentClosed(DocumentClosed message) => Never(nameof(DocumentClosed));

        public Task SignedOut(SignedOut message) => Never(nameof(SignedOut));

        public Task ServerLeaving(ServerLeaving message) => Never(nameof(ServerLeaving));

        public Task StoreChanged(StoreChanged message) => Never(nameof(StoreChanged));

        private Task Never(string name)
        {
            Told.Add(name);
            return new TaskCompletionSource().Task;
        }
    }
}
