namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Keeps the unit's copy, with the reason that the issuing body reads.</summary>
[GenerateSerializer, Immutable, Alias("refuse-recall")]
public sealed record RefuseRecall([property: Id(0)] string Reason) : DeliveryRequest;
