using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.LoadTests.Wire;

public sealed record MeSeat(int Id, SeatKind Kind, SeatRole Role, UnitRef? Unit);
