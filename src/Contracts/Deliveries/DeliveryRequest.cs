namespace PartyRealtime.Contracts.Deliveries;

/// <summary>An act on a delivery at its receiving unit.</summary>
[GenerateSerializer, Immutable, Alias("delivery-request")]
public abstract record DeliveryRequest;
