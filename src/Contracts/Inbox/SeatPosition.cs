using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>Where a seat's inbox stood when something was read.</summary>
[GenerateSerializer, Immutable, Alias("seat-position")]
public sealed record SeatPosition([property: Id(0)] SeatId Seat, [property: Id(1)] long Position);
