namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The clerk has seen it and hands it to the officer on duty, before the clock does.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-delivery")]
public sealed record HandOverDelivery() : DeliveryRequest;
