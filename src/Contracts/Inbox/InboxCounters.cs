using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>The counters of all boxes, with the positions they were counted at.</summary>
[GenerateSerializer, Immutable, Alias("inbox-counters")]
public sealed record InboxCounters(
    [property: Id(0)] string Epoch,
    [property: Id(1)] ImmutableArray<SeatPosition> Cursors,
    [property: Id(2)] ImmutableArray<BoxCounter> Counters);
