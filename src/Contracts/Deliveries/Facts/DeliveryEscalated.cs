using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryEscalated(UnitId Unit, SeatId? To) : IFact
{
    public static string Kind => "delivery.escalated";
}
