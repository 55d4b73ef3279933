namespace PartyRealtime.Contracts.Organisation;

/// <summary>One desk or post that a person holds on the map's day, whose account may be disabled.</summary>
public readonly record struct HeldToday(OfficialId Official, SeatId Seat, UnitId Unit, SeatRole Role, bool Disabled = false);
