using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The units of one tile.</summary>
public sealed record BoardTileUnits(
    BoardTile Tile,
    ImmutableArray<BoardUnit> Units);
