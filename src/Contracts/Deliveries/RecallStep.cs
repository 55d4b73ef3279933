namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Whoever gave a step takes it back, with the reason, and with it all that was forwarded from it.</summary>
[GenerateSerializer, Immutable, Alias("recall-step")]
public sealed record RecallStep([property: Id(0)] StepId Step, [property: Id(1)] string Reason) : DeliveryRequest;
