using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>
/// A part of one box's list with the counters of all boxes, read in one snapshot: positions, items, total and counters
/// belong together.
/// </summary>
/// <param name="Epoch">The epoch of the positions.</param>
/// <param name="Cursors">Where each seat held today stood; pushes after these positions complete the page.</param>
/// <param name="Items">Newest arrival first.</param>
/// <param name="Total">The length of the whole list under the filter; equals the box's counter.</param>
/// <param name="Counters">One per box that has items.</param>
/// <param name="Next">Opaque; where the list goes on, null at its end.</param>
[GenerateSerializer, Immutable, Alias("inbox-page")]
public sealed record InboxPage(
    [property: Id(0)] string Epoch,
    [property: Id(1)] ImmutableArray<SeatPosition> Cursors,
    [property: Id(2)] ImmutableArray<InboxItem> Items,
    [property: Id(3)] int Total,
    [property: Id(4)] ImmutableArray<BoxCounter> Counters,
    [property: Id(5)] string? Next);
