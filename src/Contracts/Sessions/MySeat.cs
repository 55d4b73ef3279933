using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A seat that the person holds today.</summary>
public sealed record MySeat(SeatId Id, SeatKind Kind, SeatRole Role, string Title, UnitRef? Unit);
