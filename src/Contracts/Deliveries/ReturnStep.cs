namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The holder of a lead or coordinate step gives it back to who gave it, with the reason.</summary>
[GenerateSerializer, Immutable, Alias("return-step")]
public sealed record ReturnStep([property: Id(0)] StepId Step, [property: Id(1)] string Reason) : DeliveryRequest;
