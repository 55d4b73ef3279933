using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryReturnClosed(UnitId Unit) : IFact
{
    public static string Kind => "delivery.return-closed";
}
