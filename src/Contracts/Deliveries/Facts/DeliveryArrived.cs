using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Deliveries.Facts;

public sealed record DeliveryArrived(DocumentId Document, UnitId Unit) : IFact
{
    public static string Kind => "delivery.arrived";
}
