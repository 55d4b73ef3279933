namespace PartyRealtime.Contracts.Organisation;

/// <summary>An official in a list: who, as what, where.</summary>
/// <param name="Title">Of the first desk or post held today; empty for a person without one.</param>
/// <param name="Unit">The unit of that seat.</param>
/// <param name="Seat">That seat.</param>
public sealed record OfficialLine(OfficialId Id, string Name, string Title, UnitRef? Unit, SeatId? Seat);
