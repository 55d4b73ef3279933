using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>The delivery ladder, pure: sent → arrived → registered → assigned → in progress → finished, or returned; beside it the recall.</summary>
internal static class DeliveryRules
{
    /// <summary>
    /// Decides one act. Who holds no seat in the unit and no step of the delivery is told NotInScope, as for a missing
    /// one; so is everybody before the delivery has arrived. What came back is closed by its sender (<see cref="ReturnRules"/>).
    /// </summary>
    public static Outcome<DeliveryDecision> Decide(DeliveryRequest request, DeliveryScene scene)
    {
        if (request is CloseReturn)
            return ReturnRules.Close(scene);
        if (!DeliveryScope.MayAct(scene.Actor, scene.Document, scene.Row, scene.Steps))
            return RefusalCode.NotInScope;
        return request switch
        {
            OpenDelivery => Open(scene),
            RegisterDelivery register => Register(register, scene),
            ReturnDelivery back => Return(back, scene),
            AssignDelivery assign => AssignmentRules.Assign(assign, scene),
            OpenStep open => StepRules.Open(open, scene),
            FinishStep finish => StepRules.Finish(finish, scene),
            ForwardStep forward => ForwardRules.Forward(forward, scene),
            ReturnStep back => StepReturnRules.Return(back, scene),
            CloseStepReturn known => StepReturnRules.Close(known, scene),
            RecallStep recall => StepRecallRules.Recall(recall, scene),
            AgreeRecall => RecallAnswerRules.Agree(scene),
            HandOverDelivery => EscalationRules.HandOver(scene),
            RefuseRecall refuse => RecallAnswerRules.Refuse(refuse, scene),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType().Name, "An act without a rule."),
        };
    }

    /// <summary>What stops an act on the whole delivery; null when nothing does.</summary>
    public static Refusal? Stopped(DeliveryAct act, DeliveryScene scene)
    {
        if (!DeliveryWorkflow.HasRole(act, scene.Row, scene.Steps, scene.Actor))
            return RefusalCode.NotYourRole;
        return DeliveryWorkflow.IsOpenFor(act, scene.Row) ? null : (Refusal)RefusalCode.NotAllowedNow;
    }

    private static Outcome<DeliveryDecision> Open(DeliveryScene scene)
    {
        if (Stopped(DeliveryAct.Open, scene) is { } refusal)
            return refusal;
        if (scene.Row.OpenedAt is not null)
            return RefusalCode.NotAllowedNow;
        var after = scene.Row with { OpenedAt = scene.Now, OpenedBy = scene.Actor.Official };
        return Decided(after, scene.Steps, scene, FactJson.Of(new DeliveryOpened(scene.Row.Unit)));
    }

    private static Outcome<DeliveryDecision> Register(RegisterDelivery request, DeliveryScene scene)
    {
        if (Stopped(DeliveryAct.Register, scene) is { } refusal)
            return refusal;
        var to = request.PresentTo ?? scene.Unit.PrincipalLeader;
        if (to is null || !scene.Unit.Posts.Any(post => post.Seat == to && post.Role == SeatRole.Leader))
            return new Refusal(RefusalCode.AssigneeNotAllowed, "presentTo");
        if (FieldRules.Sheets(request.Pages, request.Copies) is { } miscounted)
            return miscounted;
        var after = scene.Row with
        {
            State = DeliveryState.Registered,
            RegisteredAt = scene.Now,
            RegisteredBy = scene.Actor.Official,
            // Who registers has read the front page: the sender sees at least that moment as the opening.
            OpenedAt = scene.Row.OpenedAt ?? scene.Now,
            OpenedBy = scene.Row.OpenedBy ?? scene.Actor.Official,
            Pages = request.Pages,
            Copies = request.Copies,
        };
        var present = new StepRow
        {
            Id = StepId.Of(scene.Row.Id, to.Value, Round(scene.Steps)),
            Delivery = scene.Row.Id,
            Seat = to.Value,
            Role = StepRole.Present,
            State = StepState.Waiting,
            AssignedAt = scene.Now,
            AssignedBy = scene.Actor.Official,
        };
        var decision = Decided(
            after,
            scene.Steps.Add(present),
            scene,
            FactJson.Of(new DeliveryRegistered(scene.Row.Unit, to.Value, request.Pages, request.Copies)));
        return decision with
        {
            Take = new RegisterTake(
                NumberingRules.IncomingSeries(scene.Row.Unit, scene.Document.Secrecy),
                null,
                scene.Row.Id.Stream,
                RegisterTarget.Delivery,
                null),
        };
    }

    private static Outcome<DeliveryDecision> Return(ReturnDelivery request, DeliveryScene scene)
    {
        if (Stopped(DeliveryAct.ReturnDelivery, scene) is { } refusal)
            return refusal;
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } noReason)
            return noReason;
        var after = scene.Row with { State = DeliveryState.Returned, ReturnedAt = scene.Now, ReturnReason = request.Reason };
        return Decided(after, scene.Steps, scene, FactJson.Of(new DeliveryReturned(scene.Row.Unit, request.Reason)));
    }

    /// <summary>The decision, with the seat the person acts from.</summary>
    public static DeliveryDecision Decided(
        DeliveryRow after, ImmutableArray<StepRow> steps, DeliveryScene scene, params ImmutableArray<Fact> facts) => new()
        {
            Row = after,
            Steps = steps,
            Facts = facts,
            Seat = scene.Actor.ActingSeat ?? scene.Actor.Seats
                .FirstOrDefault(seat => seat.Unit == scene.Row.Unit || scene.Steps.Any(step => step.Seat == seat.Seat))?.Seat,
        };

    /// <summary>A lead that has not ended: as long as there is one, the delivery is assigned.</summary>
    public static bool IsOpenLead(StepRow step) => step.Role == StepRole.Lead && DeliveryWorkflow.IsOpen(step);

    /// <summary>Steps given later are other steps, even to the same seat.</summary>
    public static int Round(ImmutableArray<StepRow> steps) => steps.Length + 1;
}
