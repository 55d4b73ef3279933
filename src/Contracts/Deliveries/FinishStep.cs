namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The holder of the step's seat is done with it.</summary>
[GenerateSerializer, Immutable, Alias("finish-step")]
public sealed record FinishStep([property: Id(0)] StepId Step, [property: Id(1)] string? Result) : DeliveryRequest;
