using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryHandedOver(UnitId Unit, SeatId To) : IFact
{
    public static string Kind => "delivery.handed-over";
}
