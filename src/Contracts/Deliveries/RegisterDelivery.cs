using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Takes the arrival number and presents the document to this leader's seat; null = the principal leader.</summary>
[GenerateSerializer, Immutable, Alias("register-delivery")]
public sealed record RegisterDelivery([property: Id(0)] SeatId? PresentTo) : DeliveryRequest;
