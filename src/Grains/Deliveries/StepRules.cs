using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>What the holder of a step does with it. The last lead step's end finishes the delivery in the same commit.</summary>
internal static class StepRules
{
    public static Outcome<DeliveryDecision> Open(OpenStep request, DeliveryScene scene)
    {
        if (Find(request.Step, scene) is not { } step)
            return RefusalCode.NotInScope;
        if (step.OpenedAt is not null || !(DeliveryWorkflow.IsOpen(step) || step is { Role: StepRole.Present, State: StepState.Waiting }))
            return RefusalCode.NotAllowedNow;
        // Present steps stay Waiting: opening does not take the document off the leader's desk.
        var opened = step with
        {
            State = step.Role == StepRole.Present ? step.State : StepState.Opened,
            OpenedAt = scene.Now,
            OpenedBy = scene.Actor.Official,
        };
        return DeliveryRules.Decided(Begun(step, scene.Row), scene.Steps.Replace(step, opened), scene, FactJson.Of(new StepOpened(step.Id, step.Seat)));
    }

    public static Outcome<DeliveryDecision> Finish(FinishStep request, DeliveryScene scene)
    {
        if (Find(request.Step, scene) is not { } step)
            return RefusalCode.NotInScope;
        if (!DeliveryWorkflow.IsOpen(step) || !DeliveryWorkflow.IsOpenFor(DeliveryAct.Finish, scene.Row))
            return RefusalCode.NotAllowedNow;
        if (FieldRules.Optional("result", request.Result, FieldRules.ReasonCharsMax) is { } refusal)
            return refusal;
        var done = step with
        {
            State = StepState.Done,
            OpenedAt = step.OpenedAt ?? scene.Now,
            OpenedBy = step.OpenedBy ?? scene.Actor.Official,
            DoneAt = scene.Now,
            DoneBy = scene.Actor.Official,
            Result = request.Result,
        };
        var steps = scene.Steps.Replace(step, done);
        var fact = FactJson.Of(new StepFinished(step.Id, step.Seat, request.Result));
        if (!LastLeadEnded(done, steps))
            return DeliveryRules.Decided(scene.Row, steps, scene, fact);
        var finished = scene.Row with { State = DeliveryState.Finished, FinishedAt = scene.Now };
        return DeliveryRules.Decided(finished, steps, scene, fact, FactJson.Of(new DeliveryFinished(scene.Row.Unit)));
    }

    /// <summary>The delivery once this step has been looked at: in progress when it is a lead's.</summary>
    public static DeliveryRow Begun(StepRow step, DeliveryRow row) =>
        step.Role == StepRole.Lead && row.State == DeliveryState.Assigned ? row with { State = DeliveryState.InProgress } : row;

    /// <summary>The step, taken back when it still asked something; one that has ended stays as it is.</summary>
    public static StepRow Recalled(StepRow step, DeliveryScene scene) =>
        step.State is StepState.Waiting or StepState.Opened
            ? step with { State = StepState.Recalled, DoneAt = scene.Now, DoneBy = scene.Actor.Official }
            : step;

    private static bool LastLeadEnded(StepRow done, ImmutableArray<StepRow> steps) =>
        done.Role == StepRole.Lead && !steps.Any(DeliveryRules.IsOpenLead);

    /// <summary>A step of the person; recalled ones are as if they were not.</summary>
    public static StepRow? Find(StepId id, DeliveryScene scene) =>
        scene.Steps.FirstOrDefault(step => step.Id == id && step.State != StepState.Recalled && scene.Actor.Holds(step.Seat));
}
