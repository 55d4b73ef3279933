using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryRegistered(UnitId Unit, SeatId PresentTo) : IFact
{
    public static string Kind => "delivery.registered";
}
