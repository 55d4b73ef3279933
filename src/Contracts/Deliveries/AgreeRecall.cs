namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Cancels the unit's copy: its open steps are recalled with it.</summary>
[GenerateSerializer, Immutable, Alias("agree-recall")]
public sealed record AgreeRecall() : DeliveryRequest;
