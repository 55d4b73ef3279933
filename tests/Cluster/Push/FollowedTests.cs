using System.Net;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Push;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>What one node says that it follows, and what another makes of it.</summary>
public sealed class FollowedTests
{
    private static readonly SiloAddress Here = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1);

    private readonly FollowedHere _here = new();
    private readonly FollowedThere _there = new();

    [Fact]
    public void A_node_that_has_said_nothing_is_sent_everything()
    {
        var hint = Hint(7);
        Assert.Same(hint, _there.Wanted(hint));
    }

    [Fact]
    public void After_the_whole_only_what_is_followed_is_wanted()
    {
        _here.Follow(new SeatId(7));
        Assert.True(_there.Apply(_here.Since(Here, null)));
        Assert.NotNull(_there.Wanted(Hint(7)));
        Assert.Null(_there.Wanted(Hint(8)));
    }

    [Fact]
    public void A_hint_is_cut_down_to_what_is_followed()
    {
        _here.Follow(new SeatId(7));
        _there.Apply(_here.Since(Here, null));
        var wanted = _there.Wanted(Hint(7, 8));
        Assert.Equal([new SeatId(7)], wanted!.Inbox.Select(change => change.Seat));
    }

    [Fact]
    public void A_board_is_followed_like_a_seat()
    {
        var board = new DocumentId(Guid.NewGuid());
        _here.Follow(board);
        _there.Apply(_here.Since(Here, null));
        Assert.NotNull(_there.Wanted(new PushEnvelope(default, [], [board])));
        Assert.Null(_there.Wanted(new PushEnvelope(default, [], [new DocumentId(Guid.NewGuid())])));
    }

    [Fact]
    public void Changes_go_on_from_the_version_that_is_known()
    {
        _here.Follow(new SeatId(7));
        var whole = _here.Since(Here, null);
        _there.Apply(whole);
        _here.Follow(new SeatId(8));
        _here.Unfollow(new SeatId(7));
        Assert.True(_there.Apply(_here.Since(Here, whole.Version)));
        Assert.Null(_there.Wanted(Hint(7)));
        Assert.NotNull(_there.Wanted(Hint(8)));
    }

    [Fact]
    public void A_change_with_a_gap_before_it_is_not_taken()
    {
        var whole = _here.Since(Here, null);
        _there.Apply(whole);
        _here.Follow(new SeatId(7));
        var missed = _here.Since(Here, whole.Version).Version;
        _here.Follow(new SeatId(8));
        Assert.False(_there.Apply(_here.Since(Here, missed)));
        Assert.True(_there.Apply(_here.Since(Here, null)));
        Assert.NotNull(_there.Wanted(Hint(7)));
    }

    [Fact]
    public void An_old_whole_that_arrives_late_changes_nothing()
    {
        var old = _here.Since(Here, null);
        _here.Follow(new SeatId(7));
        _there.Apply(_here.Since(Here, null));
        Assert.True(_there.Apply(old));
        Assert.NotNull(_there.Wanted(Hint(7)));
    }

    [Fact]
    public void Who_is_too_far_behind_gets_everything()
    {
        var start = _here.Since(Here, null).Version;
        for (var seat = 1; seat <= FollowedHere.ChangesMax + 1; seat++)
            _here.Follow(new SeatId(seat));
        Assert.Null(_here.Since(Here, start).From);
        Assert.Equal(FollowedHere.ChangesMax + 1, _here.Since(Here, start).Added.Length);
        Assert.Equal(FollowedHere.ChangesMax, _here.Since(Here, start + 1).Added.Length);
    }

    [Fact]
    public async Task Whoever_waits_learns_that_something_has_changed()
    {
        var waiting = _here.Moved(_here.Since(Here, null).Version);
        Assert.False(waiting.IsCompleted);
        _here.Follow(new SeatId(7));
        await waiting;
    }

    private static PushEnvelope Hint(params int[] seats) => new(
        default,
        [.. seats.Select(seat => new CommittedInboxChange(new SeatId(seat), 1, InboxChangeKind.Arrived, null, null, Item(seat)))],
        []);

    private static InboxItem Item(int seat) => new()
    {
        Seat = new SeatId(seat), Subject = Guid.Empty, Reason = Reason.Note, Box = Box.Notes, Position = 1, ArrivedAt = default,
    };
}
