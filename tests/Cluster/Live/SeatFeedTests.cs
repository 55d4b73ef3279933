using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Silo.Push;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Live;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>Hints overtake each other, get lost and come twice; a connection is never given them so.</summary>
public sealed class SeatFeedTests
{
    private static readonly SeatId Seat = new(5);

    private readonly SeatFeed _feed = new(Seat);
    private readonly HashSet<LiveConnection> _ready = [];
    private readonly Screen _screen = new();
    private readonly LiveConnection _connection;

    public SeatFeedTests()
    {
        _connection = Connect(_screen);
        _feed.Join(_connection);
    }

    [Fact]
    public async Task Positions_that_overtake_each_other_arrive_in_order()
    {
        Offer(1);
        Assert.True(Offer(3));
        Assert.True(Offer(4));
        Assert.False(Offer(2));
        await Flush();
        Assert.Equal([1, 2, 3, 4], _screen.Positions);
    }

    [Fact]
    public async Task A_position_that_comes_twice_is_pushed_once()
    {
        Offer(1);
        Offer(1);
        Offer(2);
        Offer(1);
        await Flush();
        Assert.Equal([1, 2], _screen.Positions);
    }

    [Fact]
    public async Task A_gap_that_stays_is_told_as_a_head()
    {
        Offer(1);
        Offer(4);
        Assert.True(_feed.Release(_ready));
        Offer(2);
        Offer(5);
        await Flush();
        Assert.Equal([1, 5], _screen.Positions);
        Assert.Equal([4], _screen.Heads);
    }

    [Fact]
    public async Task A_head_beyond_the_last_push_is_told_once()
    {
        Offer(1);
        Assert.True(_feed.Observe(3, _ready));
        Assert.True(_feed.Heal(3, _ready));
        Assert.False(_feed.Heal(3, _ready));
        Offer(4);
        await Flush();
        Assert.Equal([1, 4], _screen.Positions);
        Assert.Equal(3, _screen.Heads[^1]);
    }

    [Fact]
    public async Task Whoever_joins_is_told_the_head_at_the_next_look_and_only_then()
    {
        _feed.Ask();
        Assert.False(_feed.Observe(7, _ready));
        _feed.Ask();
        Assert.False(_feed.Observe(7, _ready));
        await Flush();
        Assert.Equal([7], _screen.Heads);
    }

    [Fact]
    public async Task A_head_that_was_asked_for_before_somebody_joined_is_no_news_to_them()
    {
        _feed.Ask();
        Offer(11);
        var late = new Screen();
        var newcomer = Connect(late);
        _feed.Join(newcomer);
        Assert.False(_feed.Observe(10, _ready));
        Assert.DoesNotContain(newcomer, _ready);

        _feed.Ask();
        Assert.False(_feed.Observe(11, _ready));
        await Flush();
        Assert.Equal([11], late.Heads);
    }

    [Fact]
    public async Task What_waits_for_a_busy_connection_leaves_in_one_message()
    {
        _screen.Block();
        Offer(1);
        await Flush();
        for (var position = 2; position <= 30; position++)
            Offer(position);
        await Flush();
        _screen.Unblock();
        await _screen.Until(30);
        Assert.Equal(2, _screen.Messages);
    }

    [Fact]
    public async Task A_burst_leaves_as_one_change_at_once_and_then_fifty_in_a_message()
    {
        _screen.Block();
        Offer(1);
        await Flush();
        Assert.Equal(1, _screen.Messages);
        for (var position = 2; position <= 121; position++)
        {
            Offer(position);
            await Flush();
        }

        _screen.Unblock();
        await _screen.Until(121);
        Assert.Equal(1 + 3, _screen.Messages);
        Assert.Equal(Enumerable.Range(1, 121).Select(position => (long)position), _screen.Positions);
    }

    [Fact]
    public async Task A_connection_that_does_not_read_is_cut_and_holds_nothing()
    {
        _screen.Block();
        Offer(1);
        await Flush();
        for (var position = 2; position <= LiveConnection.WaitingMax + 3; position++)
            Offer(position);
        Assert.True(_screen.IsCut);
        _screen.Unblock();
        await Flush();
        Assert.Equal([1], _screen.Positions);
    }

    [Fact]
    public async Task A_change_above_the_clearance_is_told_as_a_head()
    {
        _feed.Accept(Change(1, Secrecy.Secret), _ready);
        Offer(2);
        await Flush();
        Assert.Equal([2], _screen.Positions);
        Assert.Equal([1], _screen.Heads);
    }

    [Fact]
    public void At_midnight_those_are_closed_whose_seats_are_others()
    {
        var map = new LiveMap(new NobodyElse());
        var (stays, leaves) = (new Screen(), new Screen());
        map.Add(Connect(stays, "stays", new SeatSpan(Held, new DateOnly(2026, 1, 1), null)));
        map.Add(Connect(leaves, "leaves", new SeatSpan(Held, new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 24))));
        map.NewDay(new DateOnly(2026, 11, 23));
        Assert.False(leaves.IsCut);
        map.NewDay(new DateOnly(2026, 11, 24));
        Assert.True(leaves.IsCut);
        Assert.False(stays.IsCut);
    }

    [Fact]
    public void A_feed_that_nobody_follows_is_retired()
    {
        Assert.True(_feed.Leave(_connection));
        Assert.False(_feed.Join(Connect(new Screen())));
    }

    private bool Offer(long position) => _feed.Accept(Change(position), _ready);

    private async Task Flush()
    {
        foreach (var connection in _ready)
            connection.Flush("e");
        _ready.Clear();
        await Task.Yield();
    }

    private static CommittedInboxChange Change(long position, Secrecy secrecy = Secrecy.Normal) => new(
        Seat,
        position,
        InboxChangeKind.Arrived,
        null,
        null,
        new InboxItem
        {
            Seat = Seat,
            Subject = Guid.NewGuid(),
            Reason = Reason.Delivery,
            Box = Box.WaitingReceipt,
            Position = position,
            ArrivedAt = DateTimeOffset.UnixEpoch,
            Secrecy = secrecy,
        });

    private static HeldSeat Held => new(Seat, SeatKind.Desk, SeatRole.Clerk, new UnitId(1), "Văn thư");

    private static LiveConnection Connect(Screen screen, string id = "c1", params SeatSpan[] seats)
    {
        var record = new SessionRecord
        {
            Official = new OfficialId(7),
            SignIn = "clerk.tw",
            Name = "Văn thư",
            Clearance = Secrecy.Normal,
            Demo = true,
            Stamp = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            SeenAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.MaxValue,
            Seats = [.. seats],
        };
        return new LiveConnection(id, new LiveSession(new SessionKey("00"), record), Secrecy.Normal, [Seat], screen, screen.Cut);
    }

    /// <summary>The other end of a connection: what it was sent, in order.</summary>
    private sealed class Screen : ILiveClient
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _gate;
        private long _until = long.MaxValue;

        public List<long> Positions { get; } = [];

        public List<long> Heads { get; } = [];

        public int Messages { get; private set; }

        public bool IsCut { get; private set; }

        public void Block() => _gate = new TaskCompletionSource();

        /// <summary>Everything that waits for the gate runs before this returns.</summary>
        public void Unblock() => _gate!.SetResult();

        public void Cut() => IsCut = true;

        /// <summary>Waits until this position was sent.</summary>
        public Task Until(long position)
        {
            lock (_lock)
            {
                _until = position;
                if (Positions.Contains(position))
                    _end.TrySetResult();
            }

            return _end.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }

        public async Task InboxChanged(InboxChanged message)
        {
            lock (_lock)
            {
                Messages++;
                Positions.AddRange(message.Changes.Select(change => change.Position));
                if (Positions.Contains(_until))
                    _end.TrySetResult();
            }

            if (_gate is { } gate)
                await gate.Task;
        }

        public Task Behind(Behind message)
        {
            Heads.Add(message.Head);
            return Task.CompletedTask;
        }

        public Task BoardChanged(BoardChange message) => Task.CompletedTask;

        public Task DocumentChanged(DocumentChanged message) => Task.CompletedTask;

        public Task DocumentClosed(DocumentClosed message) => Task.CompletedTask;

        public Task SignedOut(SignedOut message) => Task.CompletedTask;

        public Task ServerLeaving(ServerLeaving message) => Task.CompletedTask;

        public Task StoreChanged(StoreChanged message) => Task.CompletedTask;
    }
}
