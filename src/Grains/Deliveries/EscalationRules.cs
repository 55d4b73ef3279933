using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>
/// What is immediate does not lie at a desk: unopened in time, or handed over by the clerk, it goes to the seat of the
/// unit's leader as well, which the officer on duty holds for the day. It leaves that seat when the desk has dealt with it.
/// </summary>
internal static class EscalationRules
{
    /// <summary>The clerk acknowledges and hands it over; the sender sees that moment as the opening.</summary>
    public static Outcome<DeliveryDecision> HandOver(DeliveryScene scene)
    {
        if (DeliveryRules.Stopped(DeliveryAct.HandOver, scene) is { } refusal)
            return refusal;
        if (scene.Row.EscalateAt is null || scene.Row.EscalatedAt is not null)
            return RefusalCode.NotAllowedNow;
        if (scene.Unit.PrincipalLeader is not { } leader)
            return new Refusal(RefusalCode.AssigneeNotAllowed);
        var after = Told(scene.Row, leader, scene.Now) with
        {
            OpenedAt = scene.Row.OpenedAt ?? scene.Now,
            OpenedBy = scene.Row.OpenedBy ?? scene.Actor.Official,
        };
        return DeliveryRules.Decided(after, scene.Steps, scene, FactJson.Of(new DeliveryHandedOver(scene.Row.Unit, leader)));
    }

    /// <summary>The time has passed; the row afterwards and what is said of it. A unit without a leader, or that is no more, is looked at once.</summary>
    public static (DeliveryRow Row, Fact Fact) Escalate(DeliveryRow row, UnitFacts? unit, DateTimeOffset now) =>
        (Told(row, unit?.PrincipalLeader, now) with { Position = row.Position + 1 },
            FactJson.Of(new DeliveryEscalated(row.Unit, unit?.PrincipalLeader)));

    /// <summary>The item at the leader's seat; null when there is none.</summary>
    public static OpenItem? Item(DeliveryRow row, ItemContent content) =>
        row is { EscalatedTo: { } seat, State: DeliveryState.Arrived, Recall: not RecallAnswer.Agreed }
            ? new OpenItem(new ItemKey(seat, row.Id.Value, Reason.Escalated), Box.WaitingMe, content)
            : null;

    private static DeliveryRow Told(DeliveryRow row, SeatId? leader, DateTimeOffset now) =>
        row with { EscalatedAt = now, EscalatedTo = leader };
}
