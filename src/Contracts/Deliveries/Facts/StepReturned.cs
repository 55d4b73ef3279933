using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

/// <summary>The step was given back by its holder.</summary>
/// <param name="Step">The step that ended.</param>
/// <param name="Seat">Its seat.</param>
/// <param name="Reason">Why.</param>
/// <param name="LiesAgain">The new step of the seat that gave it; null where others carry the work on.</param>
public sealed record StepReturned(StepId Step, SeatId Seat, string Reason, StepId? LiesAgain) : IFact
{
    public static string Kind => "delivery.step-returned";
}
