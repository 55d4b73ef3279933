using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// The delivery ladder of DOMAIN §8 as data, for the grain that decides and the page that offers.
/// </summary>
public static class DeliveryWorkflow
{
    private static readonly ImmutableArray<DeliveryState> Registered =
        [DeliveryState.Registered, DeliveryState.Assigned, DeliveryState.InProgress];

    private static readonly ImmutableArray<DeliveryAct> InOrder =
    [
        DeliveryAct.AgreeRecall, DeliveryAct.RefuseRecall, DeliveryAct.Register, DeliveryAct.Assign, DeliveryAct.Finish,
        DeliveryAct.Forward, DeliveryAct.ReturnStep, DeliveryAct.ReturnDelivery,
    ];

    /// <summary>The states in which an act on the whole delivery is allowed.</summary>
    public static ImmutableArray<DeliveryState> From(DeliveryAct act) => act switch
    {
        DeliveryAct.Register or DeliveryAct.ReturnDelivery or DeliveryAct.HandOver => [DeliveryState.Arrived],
        DeliveryAct.Assign => Registered,
        DeliveryAct.Forward or DeliveryAct.RecallStep => [DeliveryState.Assigned, DeliveryState.InProgress],
        // Coordinators may still report, or say that it is not theirs, after the last lead has ended it.
        DeliveryAct.Finish or DeliveryAct.ReturnStep => [.. Registered, DeliveryState.Finished],
        _ => [DeliveryState.Arrived, DeliveryState.Registered, DeliveryState.Assigned, DeliveryState.InProgress, DeliveryState.Finished],
    };

    /// <summary>
    /// The places in a recall in which the act is allowed. While a recall waits for its answer nothing else is done; a
    /// cancelled copy is only looked at.
    /// </summary>
    public static ImmutableArray<RecallAnswer> During(DeliveryAct act) => act switch
    {
        DeliveryAct.AgreeRecall or DeliveryAct.RefuseRecall => [RecallAnswer.Asked],
        DeliveryAct.Open => [RecallAnswer.None, RecallAnswer.Asked, RecallAnswer.Agreed, RecallAnswer.Refused],
        _ => [RecallAnswer.None, RecallAnswer.Refused],
    };

    /// <summary>Whether the delivery stands where the act is allowed.</summary>
    public static bool IsOpenFor(DeliveryAct act, DeliveryRow row) =>
        From(act).Contains(row.State) && During(act).Contains(row.Recall);

    /// <summary>
    /// Whether a recall asks this delivery: it is at the unit, in whatever state of handling. One that was returned has
    /// gone back already.
    /// </summary>
    public static bool HoldsCopy(DeliveryRow row) => row.State is not DeliveryState.Sent and not DeliveryState.Returned;

    /// <summary>
    /// Whether the clerk told the leader of what is immediate: the clock tells only of what nobody has opened, and whoever
    /// hands over has opened it by that.
    /// </summary>
    public static bool IsHandedOver(DeliveryRow row) => row is { EscalatedAt: { } told, OpenedAt: { } opened } && opened <= told;

    /// <summary>Whether the person may do the act on the whole delivery by seat: clerks register, return and answer a recall, leaders assign.</summary>
    public static bool HasRole(DeliveryAct act, DeliveryRow row, IEnumerable<StepRow> steps, Actor actor) => act switch
    {
        DeliveryAct.Register or DeliveryAct.ReturnDelivery or DeliveryAct.AgreeRecall or DeliveryAct.RefuseRecall or DeliveryAct.HandOver =>
            actor.SeatIn(row.Unit, SeatRole.Clerk) is not null,
        DeliveryAct.Assign => actor.SeatIn(row.Unit, SeatRole.Leader) is not null,
        DeliveryAct.Finish => steps.Any(step => IsOpen(step) && actor.Holds(step.Seat)),
        DeliveryAct.Forward => steps.Any(step => MayForward(step) && actor.Holds(step.Seat)),
        DeliveryAct.ReturnStep => steps.Any(step => MayReturn(step, steps) && actor.Holds(step.Seat)),
        _ => true,
    };

    /// <summary>The acts that this person may do now, the expected one first.</summary>
    public static ImmutableArray<DeliveryAct> Allowed(DeliveryRow row, IReadOnlyCollection<StepRow> steps, Actor actor) =>
        [.. InOrder.Where(act => IsOpenFor(act, row) && HasRole(act, row, steps, actor))];

    /// <summary>A step that its holder may hand on: whoever is only informed has nothing to hand on.</summary>
    public static bool MayForward(StepRow step) => IsOpen(step) && step.Role is StepRole.Lead or StepRole.Coordinate;

    /// <summary>
    /// A step that its holder may give back to who gave it: whoever is only informed has nothing to give back, and what one
    /// gave oneself is taken back.
    /// </summary>
    public static bool MayReturn(StepRow step, IEnumerable<StepRow> steps) =>
        MayForward(step) && Giver(step, steps) is { } giver && giver.Seat != step.Seat;

    /// <summary>The step that this one was given from; null for a presentation, which the desk gave.</summary>
    public static StepRow? Giver(StepRow step, IEnumerable<StepRow> steps) => steps.FirstOrDefault(one => one.Id == step.Parent);

    /// <summary>
    /// The step that the person gave this one from, by its seat; null for everybody else, and for whoever was taken back himself.
    /// </summary>
    public static StepRow? Gave(StepRow step, IEnumerable<StepRow> steps, Actor actor) =>
        Giver(step, steps) is { } giver && giver.State != StepState.Recalled && actor.Holds(giver.Seat) ? giver : null;

    /// <summary>
    /// Whether the person gave the step, by the seat it was given from, and there is something left of it to take back:
    /// it, or what was forwarded from it, is still open.
    /// </summary>
    public static bool MayRecall(StepRow step, IReadOnlyCollection<StepRow> steps, Actor actor) =>
        step.Role != StepRole.Present && Gave(step, steps, actor) is not null && Chain(step, steps).Any(IsOpen);

    /// <summary>The step and all that was forwarded from it, as far as it has not ended otherwise.</summary>
    public static ImmutableArray<StepRow> Chain(StepRow step, IReadOnlyCollection<StepRow> steps)
    {
        var chain = ImmutableArray.CreateBuilder<StepRow>();
        var from = new Queue<StepRow>([step]);
        while (from.TryDequeue(out var next))
        {
            if (next.State is StepState.Waiting or StepState.Opened or StepState.Forwarded)
                chain.Add(next);
            foreach (var child in steps.Where(child => child.Parent == next.Id))
                from.Enqueue(child);
        }

        return chain.DrainToImmutable();
    }

    /// <summary>A step that still asks something of its seat.</summary>
    public static bool IsOpen(StepRow step) => step.State is StepState.Waiting or StepState.Opened && step.Role != StepRole.Present;
}
