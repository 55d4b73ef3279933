using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.HandingOn;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

public sealed class ForwardRulesTests
{
    [Theory]
    [InlineData(StepRole.Lead, StepState.Forwarded, Box.Closed)]
    [InlineData(StepRole.ForInformation, StepState.Opened, null)]
    public void Handing_on_closes_the_own_step_unless_it_is_for_information(StepRole role, StepState own, Box? movedTo)
    {
        var scene = Led();
        var decision = DeliveryRules.Decide(Forward(scene, Room, role), scene).Value!;
        var step = decision.Steps.Single(one => one.Seat == Office.SpecialistPost);
        Assert.Equal(own, step.State);
        var given = decision.Steps.Single(one => one.Seat == Room);
        Assert.Equal((step.Id, role, StepState.Waiting, step.DueOn), (given.Parent!.Value, given.Role, given.State, given.DueOn));
        var changes = DeliveryItems.Changes(scene, decision);
        Assert.Equal(movedTo, changes.FirstOrDefault(change => change.Key.Seat == Office.SpecialistPost)?.ToBox);
        Assert.Contains(changes, change => change.Key.Seat == Room && change.Kind == InboxChangeKind.Arrived);
    }

    [Fact]
    public void The_last_lead_in_the_chain_finishes_the_delivery()
    {
        var scene = Led();
        scene = Then(scene, Forward(scene, Room, StepRole.Lead)) with { Actor = RoomHolder };
        Assert.Equal(DeliveryState.InProgress, scene.Row.State);
        scene = Then(scene, new FinishStep(Open(scene, Room).Id, "Đã xong"));
        Assert.Equal(DeliveryState.Finished, scene.Row.State);
    }

    [Fact]
    public void Somebody_leads_afterwards_as_before()
    {
        var scene = Led();
        Assert.Equal(RefusalCode.LeadMissing, Refused(scene, Forward(scene, Room, StepRole.Coordinate)));
        Assert.Equal(RefusalCode.AssigneeNotAllowed, Refused(scene, Forward(scene, Office.SpecialistPost, StepRole.Lead)));
        Assert.Equal(RefusalCode.AssigneeNotAllowed, Refused(scene, Forward(scene, new SeatId(9999), StepRole.Lead)));
    }

    [Fact]
    public void A_coordinator_makes_no_lead_and_who_is_informed_hands_nothing_on()
    {
        var scene = Led() with { Actor = Deputy };
        Assert.Equal(RefusalCode.AssigneeNotAllowed, Refused(scene, Forward(scene, Room, StepRole.Lead, Office.DeputyPost)));
        scene = Then(scene, Forward(scene, Room, StepRole.ForInformation, Office.DeputyPost)) with { Actor = RoomHolder };
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene, Forward(scene, Desk, StepRole.Coordinate, Room)));
    }

    [Fact]
    public void Only_the_holder_hands_on()
    {
        var scene = Led();
        var request = Forward(scene, Room, StepRole.Lead);
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Leader }, request));
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Stranger }, request));
    }

    [Fact]
    public void Recalling_a_step_takes_back_all_that_came_from_it_and_keeps_what_was_done()
    {
        var scene = Led();
        scene = Then(scene, Forward(scene, Room, StepRole.Lead)) with { Actor = RoomHolder };
        scene = Then(scene, Forward(scene, Desk, StepRole.Lead, Room)) with { Actor = Office.Leader };
        var first = scene.Steps.Single(step => step.Seat == Office.SpecialistPost);
        scene = Then(scene, new RecallStep(first.Id, "Giao nhầm phòng"));

        Assert.All(new[] { Office.SpecialistPost, Room, Desk }, seat => Assert.Equal(StepState.Recalled, scene.Steps.Single(step => step.Seat == seat).State));
        var taken = scene.Steps.Single(step => step.Id == first.Id);
        Assert.Equal(("Giao nhầm phòng", Office.Leader.Official), (taken.Result, taken.DoneBy));
        Assert.Equal(StepState.Waiting, scene.Steps.Single(step => step.Seat == Office.DeputyPost).State);
        // Nobody leads: it lies on the leader's desk again, and can be assigned anew.
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        Assert.Equal(StepState.Waiting, scene.Steps.Last(step => step.Role == StepRole.Present).State);
        Assert.Equal(DeliveryState.Assigned, Then(scene, Assign).Row.State);
    }

    [Fact]
    public void What_comes_back_comes_as_an_item_that_was_never_there()
    {
        var scene = Led() with { Actor = Office.Leader };
        var lead = Open(scene, Office.SpecialistPost);
        var changes = DeliveryItems.Changes(scene, DeliveryRules.Decide(new RecallStep(lead.Id, "Đổi người"), scene).Value!);
        var back = Assert.Single(changes, change => change.Key.Seat == Office.LeaderPost);
        Assert.Equal((InboxChangeKind.Arrived, Box.WaitingMe), (back.Kind, back.ToBox));
        Assert.NotEqual(scene.Row.Id.Value, back.Key.Subject);
    }

    [Fact]
    public void Who_handed_on_and_takes_back_has_the_work_again()
    {
        var scene = Led();
        scene = Then(scene, Forward(scene, Room, StepRole.Lead));
        scene = Then(scene, new RecallStep(Open(scene, Room).Id, "Tự làm"));
        var again = Open(scene, Office.SpecialistPost);
        Assert.Equal((StepRole.Lead, DeliveryState.InProgress), (again.Role, scene.Row.State));
        Assert.Equal(DeliveryState.Finished, Then(scene, new FinishStep(again.Id, "Đã xong")).Row.State);
    }

    [Fact]
    public void Recalling_the_last_open_lead_finishes_what_another_has_done()
    {
        var scene = Given((Office.SpecialistPost, StepRole.Lead), (Room, StepRole.Lead));
        scene = Then(scene with { Actor = RoomHolder }, new FinishStep(Open(scene, Room).Id, "Đã xong")) with { Actor = Office.Leader };
        Assert.Equal(DeliveryState.Finished, Then(scene, new RecallStep(Open(scene, Office.SpecialistPost).Id, "Không cần nữa")).Row.State);
    }

    [Fact]
    public void Only_who_gave_a_step_takes_it_back_and_only_while_it_is_open()
    {
        var scene = Led();
        var lead = Open(scene, Office.SpecialistPost);
        Assert.Equal(RefusalCode.NotInScope, Refused(scene, new RecallStep(lead.Id, "x")));
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Stranger }, new RecallStep(lead.Id, "x")));
        Assert.Equal(RefusalCode.FieldMissing, Refused(scene with { Actor = Office.Leader }, new RecallStep(lead.Id, "")));
        scene = Then(scene, new FinishStep(lead.Id, "Đã xong")) with { Actor = Office.Leader };
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene, new RecallStep(lead.Id, "x")));
    }
}
