using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

public sealed class EscalationRulesTests
{
    [Fact]
    public void Only_what_is_immediate_is_told_on_five_minutes_after_its_arrival()
    {
        var sent = Arrived(Office.Clerk).Row with { State = DeliveryState.Sent, ArrivedAt = null };
        Assert.Equal(Office.Now.AddMinutes(5), Arrivals.Arrived(sent, Document with { Urgency = Urgency.Immediate }, Office.Now).EscalateAt);
        foreach (var urgency in (Urgency[])[Urgency.Normal, Urgency.Urgent, Urgency.VeryUrgent])
            Assert.Null(Arrivals.Arrived(sent, Document with { Urgency = urgency }, Office.Now).EscalateAt);
    }

    [Theory]
    [InlineData(Secrecy.Confidential)]
    [InlineData(Secrecy.Secret)]
    public void What_is_classified_goes_on_from_no_desk_by_itself(Secrecy secrecy)
    {
        var sent = Arrived(Office.Clerk).Row with { State = DeliveryState.Sent, ArrivedAt = null };
        Assert.Null(Arrivals.Arrived(sent, Document with { Urgency = Urgency.Immediate, Secrecy = secrecy }, Office.Now).EscalateAt);
    }

    [Fact]
    public void The_clock_puts_it_before_the_leader_and_leaves_it_at_the_desk()
    {
        var scene = Immediate();
        var (row, fact) = EscalationRules.Escalate(scene.Row, scene.Unit, Office.Now.AddMinutes(5));
        Assert.Equal((Office.Now.AddMinutes(5), Office.LeaderPost, scene.Row.Position + 1), (row.EscalatedAt, row.EscalatedTo, row.Position));
        Assert.Null(row.OpenedAt);
        Assert.False(DeliveryWorkflow.IsHandedOver(row with { OpenedAt = Office.Now.AddMinutes(6) }));
        Assert.Equal("delivery.escalated", fact.Kind);
        var change = Assert.Single(Changes(scene, row));
        Assert.Equal((Office.LeaderPost, Reason.Escalated, Box.WaitingMe), (change.Key.Seat, change.Key.Reason, change.ToBox));
    }

    [Fact]
    public void A_unit_without_a_leader_is_looked_at_once_and_nobody_is_told()
    {
        var scene = Immediate();
        var (row, _) = EscalationRules.Escalate(scene.Row, scene.Unit with { Posts = [] }, Office.Now);
        Assert.Equal((Office.Now, null), (row.EscalatedAt, row.EscalatedTo));
        Assert.Empty(Changes(scene, row));
        Assert.Equal((Office.Now, null), (EscalationRules.Escalate(scene.Row, null, Office.Now).Row.EscalatedAt, row.EscalatedTo));
    }

    [Fact]
    public void Who_hands_it_over_has_seen_it()
    {
        var scene = Immediate();
        var decision = DeliveryRules.Decide(new HandOverDelivery(), scene).Value!;
        Assert.Equal((Office.Now, Office.Clerk.Official, Office.Now), (decision.Row.OpenedAt, decision.Row.OpenedBy, decision.Row.EscalatedAt));
        Assert.True(DeliveryWorkflow.IsHandedOver(decision.Row));
        Assert.Equal(Reason.Escalated, Assert.Single(DeliveryItems.Changes(scene, decision)).Key.Reason);
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(scene, new HandOverDelivery()), new HandOverDelivery()));
    }

    [Fact]
    public void The_desk_that_registers_it_takes_it_off_the_leaders_list()
    {
        var handed = Then(Immediate(), new HandOverDelivery());
        var changes = DeliveryItems.Changes(handed, DeliveryRules.Decide(new RegisterDelivery(null), handed).Value!);
        Assert.Contains(changes, change => change.Key.Reason == Reason.Escalated && change.ToBox == Box.Closed);
    }

    [Fact]
    public void Only_the_desk_hands_over_and_only_what_is_immediate()
    {
        Assert.Equal(RefusalCode.NotYourRole, Refused(Immediate() with { Actor = Office.Leader }, new HandOverDelivery()));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Arrived(Office.Clerk), new HandOverDelivery()));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(Immediate(), new RegisterDelivery(null)), new HandOverDelivery()));
        Assert.Equal(
            RefusalCode.AssigneeNotAllowed,
            Refused(Immediate() with { Unit = Receiver with { Posts = [] } }, new HandOverDelivery()));
    }

    private static DeliveryScene Immediate()
    {
        var scene = Arrived(Office.Clerk);
        return scene with { Row = scene.Row with { EscalateAt = Office.Now.AddMinutes(5) }, Document = Document with { Urgency = Urgency.Immediate } };
    }

    private static ImmutableArray<InboxChange> Changes(DeliveryScene scene, DeliveryRow row) =>
        DeliveryItems.Changes(scene, new DeliveryDecision { Row = row, Steps = scene.Steps, Facts = [] });
}
