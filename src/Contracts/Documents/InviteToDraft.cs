using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Lets the holders of a seat take part in a draft that is written together, or no longer.</summary>
/// <param name="Seat">A seat of a unit, not the author's.</param>
/// <param name="Right">What they may do; null takes the invitation back.</param>
/// <param name="ExpectedPosition">Refused when the document moved past it; null decides on whatever stands.</param>
[GenerateSerializer, Immutable, Alias("invite-to-draft")]
public sealed record InviteToDraft(
    [property: Id(0)] SeatId Seat, [property: Id(1)] DraftRight? Right, [property: Id(2)] long? ExpectedPosition) : DocumentRequest;
