using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Documents;

namespace PartyRealtime.StorageTests.Reading;

/// <summary>Seats change hands; what was given to a person stays with their name.</summary>
public sealed class PeopleNamesTests
{
    private static readonly SeatId Seat = new(7);
    private static readonly DateOnly HandedOver = new(2026, 11, 2);

    private readonly PeopleNames _people = new(
        new Dictionary<OfficialId, string>(),
        new[]
        {
            new SeatHeld { Seat = Seat, Name = "Lò Thị Mai", ValidFrom = new(2025, 1, 1), ValidTo = HandedOver },
            new SeatHeld { Seat = Seat, Name = "Trần Văn Nam", ValidFrom = HandedOver },
            new SeatHeld { Seat = Seat, Name = "Vũ Thu Hà", ValidFrom = HandedOver.AddDays(1) },
        }.ToLookup(held => held.Seat),
        HandedOver);

    [Fact]
    public void On_the_day_before_a_seat_is_handed_over_it_is_the_former_holders() =>
        Assert.Equal("Lò Thị Mai", _people.HolderOn(Seat, HandedOver.AddDays(-1)));

    [Fact]
    public void Today_it_is_held_by_who_has_it_since_today_and_by_nobody_who_comes_later() =>
        Assert.Equal("Trần Văn Nam", _people.Holder(Seat));

    [Fact]
    public void Who_hold_it_together_are_named_together() =>
        Assert.Equal("Trần Văn Nam, Vũ Thu Hà", _people.HolderOn(Seat, HandedOver.AddDays(1)));

    [Fact]
    public void A_seat_without_a_holder_has_no_name() => Assert.Equal("", _people.Holder(new SeatId(8)));
}
