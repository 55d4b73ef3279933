using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>What a device missed of one seat. Applying it leads to the same inbox as a fresh read at the head.</summary>
/// <param name="Seat">Whose inbox.</param>
/// <param name="Head">Where the seat stands now; the device's next cursor.</param>
/// <param name="Resync">True: drop everything known of this seat and read afresh; nothing else is filled then.</param>
/// <param name="Changed">The items that changed, in the order of their last change, each as it is now; closed ones too.</param>
/// <param name="Removed">The items that are gone.</param>
[GenerateSerializer, Immutable, Alias("seat-catch-up")]
public sealed record SeatCatchUp(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] long Head,
    [property: Id(2)] bool Resync,
    [property: Id(3)] ImmutableArray<InboxItem> Changed,
    [property: Id(4)] ImmutableArray<ItemKey> Removed);
