using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

public sealed class DeliveryRulesTests
{
    [Fact]
    public void A_delivery_climbs_the_ladder_to_finished_when_its_last_lead_ends()
    {
        var scene = Then(Arrived(Office.Clerk), new RegisterDelivery(null));
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        scene = Then(scene with { Actor = Office.Leader }, Assign);
        Assert.Equal(DeliveryState.Assigned, scene.Row.State);
        var lead = scene.Steps.Single(step => step.Role == StepRole.Lead);
        scene = Then(scene with { Actor = Office.Specialist }, new OpenStep(lead.Id));
        Assert.Equal(DeliveryState.InProgress, scene.Row.State);
        scene = Then(scene, new FinishStep(lead.Id, "Đã xong"));
        Assert.Equal(DeliveryState.Finished, scene.Row.State);
    }

    [Fact]
    public void Two_leads_finish_the_delivery_only_together()
    {
        var scene = Then(Then(Arrived(Office.Clerk), new RegisterDelivery(null)) with { Actor = Office.Leader }, new AssignDelivery(
            [new StepAssignment(Office.SpecialistPost, StepRole.Lead), new StepAssignment(Office.DeputyPost, StepRole.Lead)], null, null));
        var mine = scene.Steps.Single(step => step.Seat == Office.SpecialistPost);
        scene = Then(scene with { Actor = Office.Specialist }, new FinishStep(mine.Id, null));
        Assert.NotEqual(DeliveryState.Finished, scene.Row.State);
    }

    [Fact]
    public void Registering_twice_is_refused() =>
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(Arrived(Office.Clerk), new RegisterDelivery(null)), new RegisterDelivery(null)));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(1, 1, null)]
    [InlineData(10_000, 100_000, null)]
    [InlineData(0, 1, "pages")]
    [InlineData(10_001, 1, "pages")]
    [InlineData(1, 0, "copies")]
    [InlineData(1, 100_001, "copies")]
    public void Pages_and_copies_are_counted_from_one_or_not_at_all(int? pages, int? copies, string? wrong)
    {
        var decision = DeliveryRules.Decide(new RegisterDelivery(null, pages, copies), Arrived(Office.Clerk));
        if (wrong is null)
            Assert.Equal((pages, copies), (decision.Value!.Row.Pages, decision.Value.Row.Copies));
        else
            Assert.Equal((RefusalCode.FieldInvalid, wrong), (decision.Refusal!.Code, decision.Refusal.Field));
    }

    [Theory]
    [InlineData("leader", null)]
    [InlineData("deputy", null)]
    [InlineData("specialist", RefusalCode.AssigneeNotAllowed)]
    public void An_arrival_is_presented_to_a_leader_of_the_unit_and_to_nobody_else(string to, RefusalCode? refused)
    {
        var seat = to switch { "leader" => Office.LeaderPost, "deputy" => Office.DeputyPost, _ => Office.SpecialistPost };
        var decision = DeliveryRules.Decide(new RegisterDelivery(seat), Arrived(Office.Clerk));
        Assert.Equal(refused, decision.Refusal?.Code);
        if (refused is null)
            Assert.Equal((seat, StepRole.Present), (decision.Value!.Steps[^1].Seat, decision.Value.Steps[^1].Role));
    }

    [Fact]
    public void A_registered_delivery_can_no_longer_be_returned() =>
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(Arrived(Office.Clerk), new RegisterDelivery(null)), new ReturnDelivery("Nhầm nơi nhận")));

    [Fact]
    public void A_return_leaves_the_desk_and_tells_the_senders_desk()
    {
        var scene = Arrived(Office.Clerk);
        var decision = DeliveryRules.Decide(new ReturnDelivery("Nhầm nơi nhận"), scene).Value!;
        var changes = DeliveryItems.Changes(scene, decision);
        Assert.Contains(changes, c => c.Key.Seat == Office.Desk && c.ToBox == Box.Closed);
        var told = Assert.Single(changes, c => c.Key.Seat == SenderDesk && c.ToBox == Box.Returned && c.Kind == InboxChangeKind.Arrived);
        Assert.Equal((scene.Unit.Id, scene.Unit.FullName, "Nhầm nơi nhận"), (told.Content.FromUnit!.Value, told.Content.From, told.Content.Note));
    }

    [Fact]
    public void A_long_reason_is_cut_between_its_letters()
    {
        var scene = Arrived(Office.Clerk);
        var decision = DeliveryRules.Decide(new ReturnDelivery(string.Concat(Enumerable.Repeat("😀", 900))), scene).Value!;
        var note = DeliveryItems.Changes(scene, decision).Single(c => c.Key.Seat == SenderDesk).Content.Note!;
        Assert.Equal(999, note.Length);
        Assert.EndsWith("😀…", note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_leaves_the_senders_desk_once_it_is_known_there_and_by_whom_is_kept()
    {
        var scene = Then(Arrived(Office.Clerk), new ReturnDelivery("Nhầm nơi nhận")) with { Actor = SenderClerk };
        var decision = DeliveryRules.Decide(new CloseReturn(), scene).Value!;
        var change = Assert.Single(DeliveryItems.Changes(scene, decision));
        Assert.Equal((SenderDesk, Reason.Returned, Box.Closed), (change.Key.Seat, change.Key.Reason, change.ToBox));
        Assert.Equal((scene.Now, SenderClerk.Official), (decision.Row.ReturnClosedAt, decision.Row.ReturnClosedBy));
        Assert.Equal((DeliveryState.Returned, scene.Sender.Id), (decision.Row.State, decision.ActingUnit));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(scene, new CloseReturn()), new CloseReturn()));
    }

    [Fact]
    public void A_return_is_closed_by_the_senders_desk_alone_and_only_where_something_came_back()
    {
        var returned = Then(Arrived(Office.Clerk), new ReturnDelivery("Nhầm nơi nhận"));
        Assert.Equal(RefusalCode.NotInScope, Refused(returned, new CloseReturn()));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Arrived(SenderClerk), new CloseReturn()));
        Assert.Equal(RefusalCode.NotInScope, Refused(returned with { Actor = SenderClerk }, new RegisterDelivery(null)));
    }

    [Theory]
    [InlineData(false, RefusalCode.NotYourRole)]
    [InlineData(true, RefusalCode.NotInScope)]
    public void Who_may_not_register_is_told_no_more_than_the_role_allows(bool stranger, RefusalCode code) =>
        Assert.Equal(code, Refused(Arrived(stranger ? Office.Stranger : Office.Leader), new RegisterDelivery(null)));

    [Fact]
    public void Nobody_acts_before_the_arrival() =>
        Assert.Equal(RefusalCode.NotInScope, Refused(
            Arrived(Office.Clerk) with { Row = Arrived(Office.Clerk).Row with { State = DeliveryState.Sent } }, new RegisterDelivery(null)));

    [Fact]
    public void A_seat_outside_the_branch_cannot_be_assigned()
    {
        var scene = Then(Arrived(Office.Clerk), new RegisterDelivery(null)) with { Actor = Office.Leader };
        var outside = new AssignDelivery([new StepAssignment(new SeatId(9999), StepRole.Lead)], null, null);
        Assert.Equal(RefusalCode.AssigneeNotAllowed, Refused(scene, outside));
        Assert.Equal(RefusalCode.LeadMissing, Refused(scene, Assign with { Assignments = [Assign.Assignments[1]] }));
        Assert.Equal(RefusalCode.FieldInvalid, Refused(scene, Assign with { DueOn = new DateOnly(2026, 11, 22) }));
    }

    [Fact]
    public void A_step_of_somebody_else_cannot_be_finished()
    {
        var scene = Then(Then(Arrived(Office.Clerk), new RegisterDelivery(null)) with { Actor = Office.Leader }, Assign);
        var lead = scene.Steps.Single(step => step.Role == StepRole.Lead);
        Assert.Equal(RefusalCode.NotInScope, Refused(scene, new FinishStep(lead.Id, null)));
    }

    [Fact]
    public void A_repeated_opening_changes_nothing()
    {
        var opened = Then(Arrived(Office.Clerk), new OpenDelivery());
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(opened, new OpenDelivery()));
    }
}
