namespace PartyRealtime.Contracts.Organisation;

/// <summary>A seat of a unit as the rules need it.</summary>
public sealed record SeatFacts(SeatId Seat, SeatKind Kind, SeatRole Role, UnitId? Unit, string Title);
