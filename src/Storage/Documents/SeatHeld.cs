using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>That somebody of this name holds a seat, from a day until the day before another.</summary>
internal sealed record SeatHeld
{
    public SeatId Seat { get; init; }

    public string Name { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}
