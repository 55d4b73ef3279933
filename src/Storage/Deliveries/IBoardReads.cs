using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>The board of an issued document, without a policy: the caller has checked who asks.</summary>
public interface IBoardReads
{
    /// <summary>The whole board in one snapshot; null when the document is not issued.</summary>
    Task<Board?> Board(DocumentId document, CancellationToken cancellation = default);

    /// <summary>
    /// Version, totals and tiles of the moment, and the feed lines after <paramref name="after"/> (newest first, at
    /// most 30): what an open board is compared with. One grouped query over the deliveries.
    /// </summary>
    Task<BoardChange?> Pulse(DocumentId document, DateTimeOffset after, CancellationToken cancellation = default);

    /// <summary>The units of one tile, by name; null when the document has none there.</summary>
    Task<BoardTileUnits?> Tile(DocumentId document, string tile, CancellationToken cancellation = default);

    /// <summary>
    /// Every receiving unit, by tile and name: what is exported. Null when the document is not issued. Bounded by the
    /// organisation, whatever else is in the tables.
    /// </summary>
    Task<ImmutableArray<BoardUnit>?> Units(DocumentId document, CancellationToken cancellation = default);
}
