using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Takes the arrival number and presents the document to this leader's seat; null = the principal leader.</summary>
/// <param name="Pages">How many pages arrived, for the register; null for as many as the sender counted.</param>
/// <param name="Copies">How many copies arrived; null where nobody counted them.</param>
[GenerateSerializer, Immutable, Alias("register-delivery")]
public sealed record RegisterDelivery(
    [property: Id(0)] SeatId? PresentTo, [property: Id(1)] int? Pages = null, [property: Id(2)] int? Copies = null) : DeliveryRequest;
