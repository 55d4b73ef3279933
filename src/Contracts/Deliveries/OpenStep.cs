namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The holder of the step's seat had it open.</summary>
[GenerateSerializer, Immutable, Alias("open-step")]
public sealed record OpenStep([property: Id(0)] StepId Step) : DeliveryRequest;
