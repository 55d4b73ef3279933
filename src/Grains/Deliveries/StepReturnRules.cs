using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Giving a step back to who gave it (DOMAIN §8): the mirror image of taking one back (<see cref="StepRecallRules"/>).</summary>
internal static class StepReturnRules
{
    /// <summary>
    /// Only by the holder of a lead or coordinate step that is open; to anybody else it is missing. The work lies again with
    /// the seat that gave it, unless somebody else still holds what that seat handed on; then the giver is told
    /// (<see cref="Item"/>). Where nobody leads any more the delivery is registered again and waits on the leader's desk,
    /// even where another lead has ended his part: who refuses work does not say that it is done, so a return never
    /// finishes a delivery. What the holder had passed on for information stays with those who were informed.
    /// </summary>
    public static Outcome<DeliveryDecision> Return(ReturnStep request, DeliveryScene scene)
    {
        if (StepRules.Find(request.Step, scene) is not { } step)
            return RefusalCode.NotInScope;
        if (!DeliveryWorkflow.MayReturn(step, scene.Steps) || !DeliveryWorkflow.IsOpenFor(DeliveryAct.ReturnStep, scene.Row))
            return RefusalCode.NotAllowedNow;
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } noReason)
            return noReason;

        var giver = DeliveryWorkflow.Giver(step, scene.Steps)!;
        var steps = scene.Steps.Replace(step, Returned(step, request.Reason, scene));
        var again = HandedOn.Carries(giver, step) && !HandedOn.IsHeld(giver, steps)
            ? HandedOn.Again(giver, scene) with { CarriesOn = step.Id }
            : null;
        if (again is not null)
            steps = steps.Add(again);
        var fact = FactJson.Of(new StepReturned(step.Id, step.Seat, request.Reason, again?.Id));
        return DeliveryRules.Decided(After(scene.Row, steps), steps, scene, fact);
    }

    /// <summary>The giver knows of it. From the seat that gave the step; to anybody else it is missing.</summary>
    public static Outcome<DeliveryDecision> Close(CloseStepReturn request, DeliveryScene scene)
    {
        var step = scene.Steps.FirstOrDefault(candidate => candidate.Id == request.Step);
        if (step is null || DeliveryWorkflow.Gave(step, scene.Steps, scene.Actor) is null)
            return RefusalCode.NotInScope;
        if (!IsToBeKnown(step, scene.Steps) || !DeliveryWorkflow.IsOpenFor(DeliveryAct.ReturnStep, scene.Row))
            return RefusalCode.NotAllowedNow;
        var steps = scene.Steps.Replace(step, step with { ReturnClosedAt = scene.Now });
        return DeliveryRules.Decided(scene.Row, steps, scene, FactJson.Of(new StepReturnClosed(step.Id)));
    }

    /// <summary>
    /// The item of a return that others carry on, at the seat that gave the step; null when it is known there, or the work
    /// lies there again.
    /// </summary>
    public static OpenItem? Item(StepRow step, DeliveryRow row, ImmutableArray<StepRow> steps, ItemContent content, Actor actor) =>
        row.Recall != RecallAnswer.Agreed && IsToBeKnown(step, steps)
            ? new(
                new ItemKey(DeliveryWorkflow.Giver(step, steps)!.Seat, step.Id.Value, Reason.Returned),
                Box.Returned,
                Back(content, step, actor) with { DueOn = null })
            : null;

    /// <summary>What the item of a step shows: where work that came back lies in it, who returned it and why.</summary>
    public static ItemContent Content(StepRow step, ImmutableArray<StepRow> steps, ItemContent content, Actor actor) =>
        steps.FirstOrDefault(one => one.Id == step.CarriesOn) is { } returned ? Back(content, returned, actor) : content;

    /// <summary>The name goes out with the arrival alone, which is the act of the one who returns; a fresh read joins it by the id.</summary>
    private static ItemContent Back(ItemContent content, StepRow returned, Actor actor) => content with
    {
        FromOfficial = returned.DoneBy,
        From = actor.Name,
        Note = ReturnRules.Shortened(returned.Result),
    };

    private static StepRow Returned(StepRow step, string reason, DeliveryScene scene) => step with
    {
        State = StepState.Returned,
        // Who returns it has read it.
        OpenedAt = step.OpenedAt ?? scene.Now,
        OpenedBy = step.OpenedBy ?? scene.Actor.Official,
        DoneAt = scene.Now,
        DoneBy = scene.Actor.Official,
        Result = reason,
    };

    private static DeliveryRow After(DeliveryRow row, ImmutableArray<StepRow> steps) =>
        row.State is DeliveryState.Assigned or DeliveryState.InProgress && !steps.Any(DeliveryRules.IsOpenLead)
            ? row with { State = DeliveryState.Registered }
            : row;

    /// <summary>Whoever gave it and was taken back himself has no part in it any more.</summary>
    private static bool IsToBeKnown(StepRow step, ImmutableArray<StepRow> steps) =>
        step is { State: StepState.Returned, ReturnClosedAt: null }
        && DeliveryWorkflow.Giver(step, steps) is { State: not StepState.Recalled }
        && !steps.Any(one => one.CarriesOn == step.Id);
}
