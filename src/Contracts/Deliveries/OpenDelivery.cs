namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The document was open before a person of the unit for two seconds. Only the first opening is kept.</summary>
[GenerateSerializer, Immutable, Alias("open-delivery")]
public sealed record OpenDelivery() : DeliveryRequest;
