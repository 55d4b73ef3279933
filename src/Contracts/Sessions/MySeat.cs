using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A seat that the person holds today.</summary>
public sealed record MySeat(SeatId Id, SeatKind Kind, SeatRole Role, string Title, UnitRef? Unit)
{
    /// <summary>Merged units that are told with one seat; the books of further ones are open all the same.</summary>
    public const int MergedMax = 100;

    /// <summary>
    /// Units that were merged into this one and whose books this seat opens beside the unit's own, in the order of the tree;
    /// null where there are none.
    /// </summary>
    public ImmutableArray<MergedUnit>? Merged { get; init; }
}
