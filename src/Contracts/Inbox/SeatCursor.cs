using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>How far a device knows a seat's inbox.</summary>
/// <param name="Seat">Whose inbox.</param>
/// <param name="Epoch">The epoch the position belongs to.</param>
/// <param name="Position">The last position that the device applied; 0 or more.</param>
[GenerateSerializer, Immutable, Alias("seat-cursor")]
public sealed record SeatCursor(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] string Epoch,
    [property: Id(2)] long Position);
