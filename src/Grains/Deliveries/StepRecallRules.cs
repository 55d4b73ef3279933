using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Taking back what was handed on: the step and all that was forwarded from it, history kept (DOMAIN §3).</summary>
internal static class StepRecallRules
{
    /// <summary>
    /// Only from the seat that gave it; anybody else is told NotInScope. Work that nobody has any more lies again with the
    /// seat that had handed it on; where another lead has ended it already, the delivery is finished.
    /// </summary>
    public static Outcome<DeliveryDecision> Recall(RecallStep request, DeliveryScene scene)
    {
        var step = scene.Steps.FirstOrDefault(candidate => candidate.Id == request.Step);
        if (step is null || DeliveryWorkflow.Gave(step, scene.Steps, scene.Actor) is not { } giver)
            return RefusalCode.NotInScope;
        if (!DeliveryWorkflow.IsOpenFor(DeliveryAct.RecallStep, scene.Row) || !DeliveryWorkflow.MayRecall(step, scene.Steps, scene.Actor))
            return RefusalCode.NotAllowedNow;
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } noReason)
            return noReason;

        var chain = DeliveryWorkflow.Chain(step, scene.Steps);
        var steps = scene.Steps.Select(one => chain.Contains(one) ? Taken(one, step, request.Reason, scene) : one).ToImmutableArray();
        if (LiesAgain(giver, steps))
            steps = steps.Add(HandedOn.Again(giver, scene));
        var fact = FactJson.Of(new StepRecalled(step.Id, [.. chain.Select(one => one.Id)], request.Reason));
        return After(scene, steps, fact);
    }

    private static StepRow Taken(StepRow one, StepRow asked, string reason, DeliveryScene scene) => one with
    {
        State = StepState.Recalled,
        DoneAt = scene.Now,
        DoneBy = scene.Actor.Official,
        Result = one.Id == asked.Id ? reason : one.Result,
    };

    /// <summary>Its seat had closed it by handing it on, and nobody holds or has done what was handed on.</summary>
    private static bool LiesAgain(StepRow giver, ImmutableArray<StepRow> steps) =>
        giver.State == StepState.Forwarded && !HandedOn.IsHeld(giver, steps) && !HandedOn.IsDone(giver, steps);

    private static DeliveryDecision After(DeliveryScene scene, ImmutableArray<StepRow> steps, Fact fact)
    {
        if (steps.Any(DeliveryRules.IsOpenLead))
            return DeliveryRules.Decided(scene.Row, steps, scene, fact);
        // What an earlier round has done finishes nothing that lies on the leader's desk again.
        var liesAtLeader = steps.Any(step => step is { Role: StepRole.Present, State: StepState.Waiting });
        if (!liesAtLeader && steps.Any(step => step is { Role: StepRole.Lead, State: StepState.Done }))
        {
            var finished = scene.Row with { State = DeliveryState.Finished, FinishedAt = scene.Now };
            return DeliveryRules.Decided(finished, steps, scene, fact, FactJson.Of(new DeliveryFinished(scene.Row.Unit)));
        }

        // Nobody leads: it waits on the leader's desk as it did before it was assigned.
        return DeliveryRules.Decided(scene.Row with { State = DeliveryState.Registered }, steps, scene, fact);
    }
}
