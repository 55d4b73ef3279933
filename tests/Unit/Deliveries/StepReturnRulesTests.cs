using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.HandingOn;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

public sealed class StepReturnRulesTests
{
    private const string Why = "Không thuộc lĩnh vực";

    [Fact]
    public void The_last_lead_returned_lies_on_the_leaders_desk_again_with_the_reason()
    {
        var scene = Led();
        var step = Open(scene, Office.SpecialistPost);
        var decision = DeliveryRules.Decide(new ReturnStep(step.Id, Why), scene).Value!;

        var returned = decision.Steps.Single(one => one.Id == step.Id);
        Assert.Equal((StepState.Returned, Why), (returned.State, returned.Result));
        Assert.Equal((scene.Now, Office.Specialist.Official), (returned.DoneAt, returned.DoneBy));
        Assert.Equal((scene.Now, Office.Specialist.Official), (returned.OpenedAt, returned.OpenedBy));
        Assert.Equal(DeliveryState.Registered, decision.Row.State);
        var again = decision.Steps.Last(one => one.Role == StepRole.Present);
        Assert.Equal((StepState.Waiting, step.Id), (again.State, again.CarriesOn));
        var said = FactJson.Read<StepReturned>(Assert.Single(decision.Facts).Payload);
        Assert.Equal(new StepReturned(step.Id, Office.SpecialistPost, Why, again.Id), said);

        var changes = DeliveryItems.Changes(scene, decision);
        Assert.Equal(2, changes.Length);
        var back = Assert.Single(changes, change => change.Key.Seat == Office.LeaderPost);
        Assert.Equal((InboxChangeKind.Arrived, Box.WaitingMe, again.Id.Value), (back.Kind, back.ToBox, back.Key.Subject));
        Assert.Equal((Why, Office.Specialist.Official, Office.Specialist.Name), (back.Content.Note, back.Content.FromOfficial, back.Content.From));
        var gone = Assert.Single(changes, change => change.Key.Seat == Office.SpecialistPost);
        Assert.Equal((step.Id.Value, Box.Closed), (gone.Key.Subject, gone.ToBox));
        // The coordinator still has his part.
        Assert.Equal(StepState.Waiting, decision.Steps.Single(one => one.Seat == Office.DeputyPost).State);
    }

    [Fact]
    public void What_lies_again_is_assigned_anew_and_the_one_who_refused_it_leads_no_more()
    {
        var scene = Returned(Led(), Office.Specialist);
        Assert.Equal(RefusalCode.LeadMissing, Refused(scene with { Actor = Office.Leader }, Naming((Room, StepRole.Coordinate))));
        scene = Assigned(scene, (Room, StepRole.Lead)) with { Actor = RoomHolder };
        Assert.Equal(DeliveryState.Assigned, scene.Row.State);
        Assert.Equal(DeliveryState.Finished, Then(scene, new FinishStep(Open(scene, Room).Id, "Đã xong")).Row.State);
    }

    [Fact]
    public void A_coordinators_return_tells_who_gave_the_step_until_he_knows_of_it()
    {
        var scene = Led() with { Actor = Deputy };
        var step = Open(scene, Office.DeputyPost);
        var decision = DeliveryRules.Decide(new ReturnStep(step.Id, Why), scene).Value!;

        Assert.Equal((DeliveryState.Assigned, scene.Steps.Length), (decision.Row.State, decision.Steps.Length));
        var told = Assert.Single(DeliveryItems.Changes(scene, decision), change => change.Key.Seat == Office.LeaderPost);
        Assert.Equal(new ItemKey(Office.LeaderPost, step.Id.Value, Reason.Returned), told.Key);
        Assert.Equal((InboxChangeKind.Arrived, Box.Returned), (told.Kind, told.ToBox));
        Assert.Equal((Why, Deputy.Official, Deputy.Name), (told.Content.Note, told.Content.FromOfficial, told.Content.From));
        Assert.Null(told.Content.DueOn);

        scene = scene with { Row = decision.Row, Steps = decision.Steps, Actor = Office.Leader };
        var known = DeliveryRules.Decide(new CloseStepReturn(step.Id), scene).Value!;
        var closed = Assert.Single(DeliveryItems.Changes(scene, known));
        Assert.Equal((told.Key, Box.Closed), (closed.Key, closed.ToBox));
        Assert.Equal(StepReturnClosed.Kind, Assert.Single(known.Facts).Kind);
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene with { Steps = known.Steps }, new CloseStepReturn(step.Id)));
    }

    [Fact]
    public void Only_who_gave_the_step_closes_its_return_and_only_one_that_is_to_be_known()
    {
        var scene = Led();
        var (lead, coordinator) = (Open(scene, Office.SpecialistPost), Open(scene, Office.DeputyPost));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene with { Actor = Office.Leader }, new CloseStepReturn(coordinator.Id)));
        scene = Returned(scene, Deputy);
        Assert.Equal(RefusalCode.NotInScope, Refused(scene, new CloseStepReturn(coordinator.Id)));
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Stranger }, new CloseStepReturn(coordinator.Id)));
        // It lies there again as work.
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Returned(scene, Office.Specialist) with { Actor = Office.Leader }, new CloseStepReturn(lead.Id)));
    }

    [Fact]
    public void Who_handed_it_on_has_the_work_again_and_may_return_it_in_turn()
    {
        var scene = Led();
        scene = Returned(Then(scene, Forward(scene, Room, StepRole.Lead)), RoomHolder) with { Actor = Office.Specialist };
        var again = Open(scene, Office.SpecialistPost);
        Assert.Equal((StepRole.Lead, DeliveryState.InProgress), (again.Role, scene.Row.State));

        scene = Returned(scene, Office.Specialist);
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        Assert.Equal(again.Id, scene.Steps.Last(step => step.Role == StepRole.Present).CarriesOn);
    }

    [Fact]
    public void A_lead_returned_while_another_leads_is_told_and_changes_nothing_else()
    {
        var scene = Returned(Given((Office.SpecialistPost, StepRole.Lead), (Room, StepRole.Lead)), Office.Specialist);
        Assert.Equal(DeliveryState.Assigned, scene.Row.State);
        Assert.Single(scene.Steps, step => step.Role == StepRole.Present);
        scene = scene with { Actor = RoomHolder };
        Assert.Equal(DeliveryState.Finished, Then(scene, new FinishStep(Open(scene, Room).Id, "Đã xong")).Row.State);
    }

    [Fact]
    public void A_return_finishes_nothing_even_where_another_lead_has_ended_his_part()
    {
        var scene = Given((Office.SpecialistPost, StepRole.Lead), (Room, StepRole.Lead)) with { Actor = RoomHolder };
        scene = Then(scene, new FinishStep(Open(scene, Room).Id, "Đã xong"));
        scene = Returned(scene, Office.Specialist);
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        Assert.Equal(StepState.Waiting, scene.Steps.Last(step => step.Role == StepRole.Present).State);
        Assert.Equal(RefusalCode.LeadMissing, Refused(scene with { Actor = Office.Leader }, Naming((Office.DeputyPost, StepRole.Coordinate))));

        // Nor does taking back what was given anew finish it: it lies on the leader's desk, where nobody could finish it.
        scene = Assigned(scene, (Desk, StepRole.Lead));
        scene = Then(scene, new RecallStep(Open(scene, Desk).Id, "Đổi người"));
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        Assert.Equal(StepState.Waiting, scene.Steps.Last(step => step.Role == StepRole.Present).State);
    }

    [Fact]
    public void A_coordinators_part_lies_again_with_the_coordinator_who_handed_it_on()
    {
        var scene = Led() with { Actor = Deputy };
        scene = Returned(Then(scene, Forward(scene, Room, StepRole.Coordinate, Office.DeputyPost)), RoomHolder);
        Assert.Equal((StepRole.Coordinate, StepState.Waiting), (Open(scene, Office.DeputyPost).Role, Open(scene, Office.DeputyPost).State));
        Assert.Equal(DeliveryState.Assigned, scene.Row.State);
    }

    [Fact]
    public void A_coordinator_returns_after_the_last_lead_has_ended_it_and_it_stays_finished()
    {
        var scene = Led();
        scene = Returned(Then(scene, new FinishStep(Open(scene, Office.SpecialistPost).Id, "Đã xong")), Deputy);
        Assert.Equal(DeliveryState.Finished, scene.Row.State);
        Assert.Equal(StepState.Returned, scene.Steps.Single(step => step.Seat == Office.DeputyPost).State);
    }

    [Fact]
    public void Who_was_informed_by_the_holder_stays_informed()
    {
        var scene = Led();
        scene = Returned(Then(scene, Forward(scene, Room, StepRole.ForInformation)), Office.Specialist);
        Assert.Equal(StepRole.ForInformation, Open(scene, Room).Role);
    }

    [Fact]
    public void Only_the_holder_returns_with_a_reason_and_only_what_is_open_and_was_given_by_another()
    {
        var scene = Led();
        var step = Open(scene, Office.SpecialistPost);
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Leader }, new ReturnStep(step.Id, Why)));
        Assert.Equal(RefusalCode.NotInScope, Refused(scene with { Actor = Office.Stranger }, new ReturnStep(step.Id, Why)));
        Assert.Equal(RefusalCode.FieldMissing, Refused(scene, new ReturnStep(step.Id, " ")));
        Assert.Equal(RefusalCode.FieldTooLong, Refused(scene, new ReturnStep(step.Id, new string('a', FieldRules.ReasonCharsMax + 1))));
        // Others hold what was handed on.
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(scene, Forward(scene, Room, StepRole.Lead)), new ReturnStep(step.Id, Why)));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Returned(scene, Office.Specialist), new ReturnStep(step.Id, Why)));

        var own = Given((Office.LeaderPost, StepRole.Lead), (Office.DeputyPost, StepRole.ForInformation));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(own, new ReturnStep(Open(own, Office.LeaderPost).Id, Why)));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(own with { Actor = Deputy }, new ReturnStep(Open(own, Office.DeputyPost).Id, Why)));
        Assert.DoesNotContain(DeliveryAct.ReturnStep, DeliveryWorkflow.Allowed(own.Row, own.Steps, Office.Leader));
        Assert.Contains(DeliveryAct.ReturnStep, DeliveryWorkflow.Allowed(scene.Row, scene.Steps, Office.Specialist));
    }

    [Fact]
    public void Nothing_is_returned_while_a_recall_waits_and_a_cancelled_copy_tells_of_no_return()
    {
        var scene = Returned(Led(), Deputy) with { Actor = Office.Specialist };
        var asked = scene with { Row = scene.Row with { Recall = RecallAnswer.Asked } };
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(asked, new ReturnStep(Open(scene, Office.SpecialistPost).Id, Why)));

        asked = asked with { Actor = Office.Clerk };
        var changes = DeliveryItems.Changes(asked, DeliveryRules.Decide(new AgreeRecall(), asked).Value!);
        Assert.Contains(changes, change => change.Key is { Reason: Reason.Returned, Seat: var seat } && seat == Office.LeaderPost && change.ToBox == Box.Closed);
    }

    [Fact]
    public void Who_gave_a_step_and_was_taken_back_is_told_of_its_return_no_more()
    {
        var scene = Led();
        var both = Forward(scene, Room, StepRole.Lead) with
        {
            Assignments = [new StepAssignment(Room, StepRole.Lead), new StepAssignment(Desk, StepRole.Coordinate)],
        };
        scene = Returned(Then(scene, both), DeskHolder) with { Actor = Office.Leader };
        var first = scene.Steps.First(step => step.Seat == Office.SpecialistPost);
        var changes = DeliveryItems.Changes(scene, DeliveryRules.Decide(new RecallStep(first.Id, "Đổi phòng"), scene).Value!);
        Assert.Contains(changes, change => change.Key.Seat == Office.SpecialistPost && change.Key.Reason == Reason.Returned && change.ToBox == Box.Closed);
    }

    private static DeliveryScene Returned(DeliveryScene scene, Actor by) => Then(
        scene with { Actor = by },
        new ReturnStep(scene.Steps.Single(step => DeliveryWorkflow.IsOpen(step) && by.Holds(step.Seat)).Id, Why));
}
