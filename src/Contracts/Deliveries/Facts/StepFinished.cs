using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record StepFinished(StepId Step, SeatId Seat, string? Result) : IFact
{
    public static string Kind => "delivery.step-finished";
}
