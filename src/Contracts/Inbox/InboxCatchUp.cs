using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>What a device missed, for every seat that the person holds today, and the counters at those heads.</summary>
[GenerateSerializer, Immutable, Alias("inbox-catch-up")]
public sealed record InboxCatchUp(
    [property: Id(0)] string Epoch,
    [property: Id(1)] ImmutableArray<SeatCatchUp> Seats,
    [property: Id(2)] ImmutableArray<BoxCounter> Counters);
