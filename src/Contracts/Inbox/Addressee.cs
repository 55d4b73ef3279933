using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>Somebody a note can be sent to.</summary>
/// <param name="Person">As rules see the person.</param>
/// <param name="Seat">The person seat, whose inbox takes notes.</param>
public sealed record Addressee(Actor Person, SeatId Seat);
