using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>
/// Who may act on a delivery at all; which act then, says <see cref="DeliveryWorkflow"/>. Everybody else, and everybody
/// before it has arrived, is answered as if there were no such delivery.
/// </summary>
public static class DeliveryScope
{
    /// <summary>Clerks and leaders of the receiving unit, and who holds a step that was not recalled, with the clearance.</summary>
    public static bool MayAct(Actor actor, DocumentRow document, DeliveryRow delivery, IEnumerable<StepRow> steps) =>
        delivery.State != DeliveryState.Sent &&
        document.Secrecy <= actor.Clearance &&
        (actor.SeatIn(delivery.Unit, SeatRole.Clerk) is not null ||
         actor.SeatIn(delivery.Unit, SeatRole.Leader) is not null ||
         steps.Any(step => step.State != StepState.Recalled && actor.Holds(step.Seat)));
}
