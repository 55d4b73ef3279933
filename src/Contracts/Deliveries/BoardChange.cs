using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>What of an open board changed.</summary>
/// <param name="Version">The board's version after the change.</param>
/// <param name="Tiles">Only those at one of whose units something happened, were it but an opening.</param>
/// <param name="Feed">Lines newer than the last sent, newest first.</param>
/// <param name="Recall">The recall as it stands, whether or not it changed; null while none was asked for.</param>
public sealed record BoardChange(
    DocumentId DocumentId,
    long Version,
    BoardTotals Totals,
    ImmutableArray<BoardTile> Tiles,
    ImmutableArray<BoardFeedLine> Feed,
    BoardRecall? Recall);
