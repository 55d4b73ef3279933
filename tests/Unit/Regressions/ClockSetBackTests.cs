using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.UnitTests.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Regressions;

/// <summary>
/// Spans were once measured by the time of day. After a clock was set back by an hour a right to a draft counted that hour
/// longer, and a room that was gone was sent to; after one was set on, everybody was out at once.
/// </summary>
public sealed class ClockSetBackTests
{
    private static readonly OfficialId Somebody = new(1);

    private readonly SetClock clock = new();

    [Fact]
    public void A_right_that_is_not_asked_for_again_ends_in_its_time()
    {
        var people = new AdmittedPeople(clock);
        people.Admit(Somebody, DraftRight.Write);
        clock.Set(TimeSpan.FromHours(1));
        Assert.Equal(DraftRight.Write, people.RightOf(Somebody));

        clock.Set(TimeSpan.FromHours(-1));
        clock.Advance(AdmittedPeople.Kept);
        Assert.Null(people.RightOf(Somebody));
    }

    [Fact]
    public void A_room_that_is_silent_gets_nothing_more_and_one_that_is_heard_of_stays()
    {
        var (rooms, room) = (new DraftRooms(clock), new SlowRoom());
        rooms.Heard(room, 1);
        clock.Set(TimeSpan.FromHours(1));
        rooms.Look(1);
        Assert.Equal(1, rooms.Count);

        clock.Set(TimeSpan.FromHours(-1));
        clock.Advance(DraftRooms.SilentMax);
        rooms.Look(1);
        Assert.Equal(0, rooms.Count);
    }
}
