using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryAssigned(ImmutableArray<StepAssignment> Assignments, string? Instruction, DateOnly? DueOn) : IFact
{
    public static string Kind => "delivery.assigned";
}
