using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>A unit that the store has already.</summary>
internal sealed record ExistingUnit(UnitId Id, string Code, UnitKind Kind, string Tile, SeatId? Desk);
