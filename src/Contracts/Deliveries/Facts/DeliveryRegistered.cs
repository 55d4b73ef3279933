using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryRegistered(UnitId Unit, SeatId PresentTo, int? Pages = null, int? Copies = null) : IFact
{
    public static string Kind => "delivery.registered";
}
