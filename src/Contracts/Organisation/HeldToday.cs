namespace PartyRealtime.Contracts.Organisation;

/// <summary>One desk or post that a person holds on the map's day.</summary>
public readonly record struct HeldToday(OfficialId Official, SeatId Seat, UnitId Unit, SeatRole Role);
