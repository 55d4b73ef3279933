using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record StepOpened(StepId Step, SeatId Seat) : IFact
{
    public static string Kind => "delivery.step-opened";
}
