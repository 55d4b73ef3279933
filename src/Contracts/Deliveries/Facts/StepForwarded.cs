using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record StepForwarded(
    StepId Step, SeatId Seat, ImmutableArray<StepAssignment> Assignments, string? Instruction, DateOnly? DueOn) : IFact
{
    public static string Kind => "delivery.step-forwarded";
}
