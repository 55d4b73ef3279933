using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

public sealed class RecallAnswerTests
{
    [Fact]
    public void Agreeing_recalls_what_is_open_and_keeps_what_was_done()
    {
        var scene = AskedInTheMiddle();
        var lead = scene.Steps.Single(step => step.Role == StepRole.Lead);
        var after = Then(scene, new AgreeRecall());
        Assert.Equal(RecallAnswer.Agreed, after.Row.Recall);
        Assert.Equal(StepState.Forwarded, after.Steps.Single(step => step.Role == StepRole.Present).State);
        Assert.All(after.Steps.Where(step => step.Role != StepRole.Present), step =>
        {
            Assert.Equal(StepState.Recalled, step.State);
            Assert.Equal((Office.Now, Office.Clerk.Official), (step.DoneAt, step.DoneBy));
        });
        Assert.Equal(lead.OpenedAt, after.Steps.Single(step => step.Id == lead.Id).OpenedAt);
    }

    [Fact]
    public void Agreeing_takes_every_item_out_of_its_inbox()
    {
        var scene = AskedInTheMiddle();
        var changes = DeliveryItems.Changes(scene, DeliveryRules.Decide(new AgreeRecall(), scene).Value!);
        Assert.Equal(
            [Office.Desk, Office.DeputyPost, Office.SpecialistPost], changes.Select(change => change.Key.Seat).OrderBy(seat => seat.Value));
        Assert.All(changes, change => Assert.Equal(Box.Closed, change.ToBox));
    }

    [Fact]
    public void An_unregistered_copy_is_cancelled_where_it_lies()
    {
        var scene = Asked(Arrived(Office.Clerk));
        var change = Assert.Single(DeliveryItems.Changes(scene, DeliveryRules.Decide(new AgreeRecall(), scene).Value!));
        Assert.Equal((Office.Desk, Reason.Delivery, Box.Recall, Box.Closed), (change.Key.Seat, change.Key.Reason, change.FromBox, change.ToBox));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Then(scene, new AgreeRecall()), new RegisterDelivery(null)));
    }

    [Fact]
    public void After_a_refusal_handling_goes_on_where_it_was()
    {
        var scene = Asked(Arrived(Office.Clerk));
        var refusal = DeliveryRules.Decide(new RefuseRecall("Đã triển khai xong"), scene).Value!;
        var change = Assert.Single(DeliveryItems.Changes(scene, refusal));
        Assert.Equal((Box.Recall, Box.WaitingReceipt), (change.FromBox, change.ToBox));
        var after = Then(scene, new RefuseRecall("Đã triển khai xong"));
        Assert.Equal("Đã triển khai xong", after.Row.RecallRefusal);
        Assert.Equal(DeliveryState.Registered, Then(after, new RegisterDelivery(null)).Row.State);
    }

    [Fact]
    public void A_refusal_needs_its_reason() =>
        Assert.Equal(RefusalCode.FieldMissing, Refused(Asked(Arrived(Office.Clerk)), new RefuseRecall(" ")));

    [Fact]
    public void Before_the_answer_nothing_else_is_done()
    {
        var scene = AskedInTheMiddle();
        var lead = scene.Steps.Single(step => step.Role == StepRole.Lead);
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene with { Actor = Office.Specialist }, new FinishStep(lead.Id, "Xong")));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(scene with { Actor = Office.Leader }, Assign));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Asked(Arrived(Office.Clerk)), new ReturnDelivery("Nhầm")));
    }

    [Fact]
    public void Only_the_desk_answers_and_only_once()
    {
        Assert.Equal(RefusalCode.NotYourRole, Refused(AskedInTheMiddle() with { Actor = Office.Leader }, new AgreeRecall()));
        Assert.Equal(RefusalCode.NotInScope, Refused(AskedInTheMiddle() with { Actor = Office.Stranger }, new AgreeRecall()));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(Arrived(Office.Clerk), new AgreeRecall()));
        var answered = Then(AskedInTheMiddle(), new AgreeRecall());
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(answered, new RefuseRecall("Đổi ý")));
    }

    [Fact]
    public void Who_held_only_a_recalled_step_is_told_the_same_as_for_a_missing_delivery()
    {
        var after = Then(AskedInTheMiddle(), new AgreeRecall()) with { Actor = Office.Specialist };
        var lead = after.Steps.Single(step => step.Role == StepRole.Lead);
        Assert.Equal(RefusalCode.NotInScope, Refused(after, new FinishStep(lead.Id, null)));
    }

    [Fact]
    public void What_may_be_done_is_offered_and_nothing_else()
    {
        var scene = AskedInTheMiddle();
        Assert.Equal([DeliveryAct.AgreeRecall, DeliveryAct.RefuseRecall], DeliveryWorkflow.Allowed(scene.Row, scene.Steps, Office.Clerk));
        Assert.Empty(DeliveryWorkflow.Allowed(scene.Row, scene.Steps, Office.Specialist));
        var cancelled = Then(scene, new AgreeRecall());
        Assert.Empty(DeliveryWorkflow.Allowed(cancelled.Row, cancelled.Steps, Office.Clerk));
    }

    private static DeliveryScene Asked(DeliveryScene scene) =>
        scene with { Row = scene.Row with { Recall = RecallAnswer.Asked, RecallAskedAt = Office.Now } };

    /// <summary>Registered, assigned, and opened by its lead.</summary>
    private static DeliveryScene AskedInTheMiddle()
    {
        var scene = Then(Then(Arrived(Office.Clerk), new RegisterDelivery(null)) with { Actor = Office.Leader }, Assign);
        var lead = scene.Steps.Single(step => step.Role == StepRole.Lead);
        return Asked(Then(scene with { Actor = Office.Specialist }, new OpenStep(lead.Id))) with { Actor = Office.Clerk };
    }
}
