namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Refuses the document, with a reason, before it is registered.</summary>
[GenerateSerializer, Immutable, Alias("return-delivery")]
public sealed record ReturnDelivery([property: Id(0)] string Reason) : DeliveryRequest;
