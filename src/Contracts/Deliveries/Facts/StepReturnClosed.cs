using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Deliveries.Facts;

/// <summary>That the step came back is known where it was given from.</summary>
public sealed record StepReturnClosed(StepId Step) : IFact
{
    public static string Kind => "delivery.step-return-closed";
}
