using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// The holder of a lead or coordinate step hands it on within the branch. To a lead or a coordinator closes the own step,
/// for information does not.
/// </summary>
[GenerateSerializer, Immutable, Alias("forward-step")]
public sealed record ForwardStep(
    [property: Id(0)] StepId Step,
    [property: Id(1)] ImmutableArray<StepAssignment> Assignments,
    [property: Id(2)] string? Instruction,
    [property: Id(3)] DateOnly? DueOn) : DeliveryRequest;
