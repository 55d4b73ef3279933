namespace PartyRealtime.Contracts.Organisation;

/// <summary>One seat that a person holds today.</summary>
[GenerateSerializer, Immutable, Alias("held-seat")]
public sealed record HeldSeat(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] SeatKind Kind,
    [property: Id(2)] SeatRole Role,
    [property: Id(3)] UnitId? Unit,
    [property: Id(4)] string Title);
