using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Sends a draft to review by this leader's seat; null = the principal leader of the unit.</summary>
[GenerateSerializer, Immutable, Alias("submit-document")]
public sealed record SubmitDocument([property: Id(0)] SeatId? To) : DocumentRequest;
