using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryRecallRefused(UnitId Unit, string Reason) : IFact
{
    public static string Kind => "delivery.recall-refused";
}
