using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryReturned(UnitId Unit, string Reason) : IFact
{
    public static string Kind => "delivery.returned";
}
