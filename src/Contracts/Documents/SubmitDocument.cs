using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Sends a draft to review by this leader's seat, of the body or of a unit on the way up to it; null = the principal leader of the body.</summary>
[GenerateSerializer, Immutable, Alias("submit-document")]
public sealed record SubmitDocument([property: Id(0)] SeatId? To) : DocumentRequest;
