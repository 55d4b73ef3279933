using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>Rooms are told in order, one call at a time, and none holds up the others.</summary>
public sealed class DraftRoomsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly DraftRooms rooms;
    private readonly SlowRoom slow = new();
    private readonly SlowRoom quick = new();

    public DraftRoomsTests() => rooms = new DraftRooms(clock);

    [Fact]
    public void What_comes_while_a_call_is_in_flight_goes_together_in_the_next()
    {
        rooms.Heard(slow, 1);
        rooms.Relay(Relay(1, 2));
        rooms.Relay(Relay(3, 1));
        Assert.Equal(["1+0"], slow.Told);
        slow.Answer();

        Assert.Equal(["1+0", "1+3"], slow.Told);
        slow.Answer();
        rooms.Relay(Relay(4, 1));
        Assert.Equal("4+1", slow.Told[^1]);
    }

    [Fact]
    public void A_slow_room_holds_up_nobody_and_is_told_to_reopen_when_it_is_too_far_behind()
    {
        rooms.Heard(slow, 1);
        rooms.Heard(quick, 1);
        quick.Answer();
        for (var place = 1; place <= DraftRoomLine.UpdatesMax + 1; place++)
        {
            rooms.Relay(Relay(place, 1));
            quick.Answer();
        }

        Assert.Equal($"{DraftRoomLine.UpdatesMax + 1}+1", quick.Told[^1]);
        slow.Answer();
        slow.Answer();
        Assert.Equal(["1+0", "others 1", "reopen"], slow.Told);
    }

    [Fact]
    public void A_room_that_fails_or_is_silent_gets_nothing_more_and_the_others_are_told()
    {
        rooms.Heard(slow, 1);
        Assert.Equal(slow, Assert.Single(rooms.Heard(quick, 1)));
        quick.Answer();
        slow.Fail();
        Assert.Equal("others 0", quick.Told[^1]);
        quick.Answer();
        rooms.Relay(Relay(1, 1));
        Assert.DoesNotContain("1+1", slow.Told);
        quick.Answer();

        clock.Advance(DraftRooms.SilentMax);
        rooms.Look(2);
        rooms.Relay(Relay(2, 1));
        Assert.DoesNotContain("2+1", quick.Told);
    }

    [Fact]
    public void A_room_that_is_heard_of_stays_and_is_told_the_next_place()
    {
        rooms.Heard(quick, 1);
        quick.Answer();
        clock.Advance(DraftRooms.SilentMax - TimeSpan.FromSeconds(1));
        rooms.Heard(quick, 5);
        clock.Advance(DraftRooms.SilentMax - TimeSpan.FromSeconds(1));
        rooms.Look(7);

        Assert.Equal(["1+0", "7+0"], quick.Told);
    }

    [Fact]
    public void Who_reopens_is_not_told_what_it_will_ask_for()
    {
        rooms.Heard(slow, 1);
        rooms.Relay(Relay(1, 1));
        rooms.Reopen();
        rooms.Relay(Relay(2, 1));
        slow.Answer();
        slow.Answer();

        Assert.Equal(["1+0", "reopen"], slow.Told);
    }

    [Fact]
    public void Of_what_is_said_only_the_newest_position_is_told_and_none_of_it_is_lost_to_a_reopening()
    {
        rooms.Heard(slow, 1);
        rooms.Discussed(4);
        rooms.Discussed(6);
        rooms.Discussed(5);
        rooms.Reopen();
        slow.Answer();
        slow.Answer();

        Assert.Equal(["1+0", "discussed 6", "reopen"], slow.Told);
    }

    private static DraftRelay Relay(long first, int count) =>
        new(first, [.. Enumerable.Repeat(new DraftUpdate(new OfficialId(1), [0, 0]), count)]);
}
