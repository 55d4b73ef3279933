using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries.Facts;

/// <summary>The copy is cancelled, and with it these steps that were still open.</summary>
public sealed record DeliveryRecallAgreed(UnitId Unit, ImmutableArray<StepId> Steps) : IFact
{
    public static string Kind => "delivery.recall-agreed";
}
