namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Who gave a step that came back, and lies nowhere again as work, knows of it: it leaves that seat's box.</summary>
[GenerateSerializer, Immutable, Alias("close-step-return")]
public sealed record CloseStepReturn([property: Id(0)] StepId Step) : DeliveryRequest;
