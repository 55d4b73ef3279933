using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.LoadTests.Wire;
using Xunit;

namespace PartyRealtime.UnitTests.LoadTests;

/// <summary>A screen of load and fault tests hides no fault of what it is sent.</summary>
public sealed class ScreenPositionsTests
{
    private static readonly SeatId Desk = new(7);

    private readonly ScreenTally _tally = new();
    private readonly List<long> _shown = [];
    private readonly ScreenPositions _screen;

    public ScreenPositionsTests()
    {
        _screen = new ScreenPositions(_tally, item => _shown.Add(item.Position));
        Assert.True(_screen.Take(Counters(3)));
    }

    [Fact]
    public void Each_next_position_is_shown_and_a_gap_asks_for_catching_up()
    {
        Assert.True(_screen.Take(Push(4, 5)));
        Assert.False(_screen.Take(Push(7)));
        Assert.Equal([4, 5], _shown);
    }

    [Fact]
    public void A_position_that_one_connection_pushes_again_is_counted_and_not_shown_again()
    {
        _screen.Take(Push(4));
        _screen.Take(Push(4));
        Assert.Equal([4], _shown);
        Assert.Equal(1, _tally.Repeats);
    }

    [Fact]
    public void So_is_one_that_was_pushed_after_a_later_one()
    {
        _screen.Take(Push(6));
        _screen.Take(Push(4));
        Assert.Equal(1, _tally.Repeats);
    }

    [Fact]
    public void Another_connection_may_push_what_the_one_before_did()
    {
        _screen.Take(Push(4));
        _screen.Connected();
        _screen.Take(Push(4));
        Assert.Equal(0, _tally.Repeats);
    }

    [Fact]
    public void What_was_pushed_while_catching_up_is_in_the_answer_too_and_shown_once()
    {
        _screen.Take(Push(4));
        _screen.Take(CatchUp("e", 5, 4, 5));
        Assert.Equal([4, 5], _shown);
    }

    [Fact]
    public void An_answer_that_is_older_than_what_was_pushed_since_takes_nothing_back()
    {
        _screen.Take(Push(4));
        _screen.Take(Push(5));
        _screen.Take(CatchUp("e", 4, 4));
        Assert.Equal([4, 5], _shown);
        Assert.Equal(0, _screen.Apart(Counters(5)));
    }

    [Fact]
    public void A_screen_is_apart_when_it_is_behind_when_it_is_ahead_and_when_it_is_of_another_epoch()
    {
        _screen.Take(Push(4));
        Assert.Equal(0, _screen.Apart(Counters(4)));
        Assert.Equal(2, _screen.Apart(Counters(6)));
        Assert.Equal(1, _screen.Apart(Counters(3)));
        Assert.Equal(1, _screen.Apart(Counters(4, "f")));
    }

    [Fact]
    public void With_another_epoch_the_head_that_was_told_counts_also_below_what_was_known()
    {
        _screen.Take(CatchUp("f", 2));
        Assert.Equal(0, _screen.Apart(Counters(2, "f")));
    }

    [Fact]
    public void What_is_pushed_before_the_first_read_asks_for_catching_up_after_it()
    {
        var early = new ScreenPositions(_tally, item => _shown.Add(item.Position));
        Assert.True(early.Take(Push(4)));
        Assert.False(early.Take(Counters(3)));
        Assert.Empty(_shown);
    }

    private static InboxCounters Counters(long position, string epoch = "e") => new(epoch, [new SeatPosition(Desk, position)], []);

    private static InboxChanged Push(params long[] positions) =>
        new("e", [.. positions.Select(position => new CommittedInboxChange(Desk, position, InboxChangeKind.Arrived, null, null, Item(position)))]);

    private static InboxCatchUp CatchUp(string epoch, long head, params long[] positions) =>
        new(epoch, [new SeatCatchUp(Desk, head, Resync: false, [.. positions.Select(Item)], [])], ImmutableArray<BoxCounter>.Empty);

    private static InboxItem Item(long position) => new()
    {
        Seat = Desk, Subject = Guid.NewGuid(), Reason = Reason.Note, Box = Box.Notes, Position = position, ArrivedAt = DateTimeOffset.UnixEpoch,
    };
}
