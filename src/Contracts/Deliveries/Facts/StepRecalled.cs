using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Deliveries.Facts;

/// <summary>The step was taken back, and with it these that came from it.</summary>
public sealed record StepRecalled(StepId Step, ImmutableArray<StepId> Cascade, string Reason) : IFact
{
    public static string Kind => "delivery.step-recalled";
}
