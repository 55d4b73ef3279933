using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Names who leads, who coordinates and who is informed.</summary>
[GenerateSerializer, Immutable, Alias("assign-delivery")]
public sealed record AssignDelivery([property: Id(0)] ImmutableArray<StepAssignment> Assignments, [property: Id(1)] string? Instruction, [property: Id(2)] DateOnly? DueOn) : DeliveryRequest;
