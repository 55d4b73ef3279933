using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>Handing a step on (DOMAIN §3).</summary>
internal static class ForwardRules
{
    /// <summary>
    /// A lead may name leads, coordinators and whom to inform; a coordinator everything but a lead. Somebody leads
    /// afterwards as before: the last lead cannot hand on to coordinators alone.
    /// </summary>
    public static Outcome<DeliveryDecision> Forward(ForwardStep request, DeliveryScene scene)
    {
        if (StepRules.Find(request.Step, scene) is not { } step)
            return RefusalCode.NotInScope;
        if (!DeliveryWorkflow.MayForward(step) || !DeliveryWorkflow.IsOpenFor(DeliveryAct.Forward, scene.Row))
            return RefusalCode.NotAllowedNow;
        if (AssignmentRules.Check(request.Assignments, request.Instruction, request.DueOn, scene) is { } refusal)
            return refusal;
        if (request.Assignments.Any(assignment => !MayName(step, assignment)))
            return new Refusal(RefusalCode.AssigneeNotAllowed, "assignments");

        var closes = request.Assignments.Any(assignment => assignment.Role != StepRole.ForInformation);
        var own = After(step, closes, scene);
        var steps = scene.Steps.Replace(step, own)
            .AddRange(AssignmentRules.Given(request.Assignments, request.Instruction, request.DueOn ?? step.DueOn, step.Id, scene));
        if (step.Role == StepRole.Lead && !steps.Any(DeliveryRules.IsOpenLead))
            return new Refusal(RefusalCode.LeadMissing, "assignments");
        var fact = FactJson.Of(new StepForwarded(step.Id, step.Seat, request.Assignments, request.Instruction, request.DueOn));
        return DeliveryRules.Decided(StepRules.Begun(step, scene.Row), steps, scene, fact);
    }

    private static bool MayName(StepRow step, StepAssignment assignment) =>
        assignment.Seat != step.Seat && (assignment.Role != StepRole.Lead || step.Role == StepRole.Lead);

    private static StepRow After(StepRow step, bool closes, DeliveryScene scene)
    {
        var opened = step with
        {
            State = StepState.Opened,
            OpenedAt = step.OpenedAt ?? scene.Now,
            OpenedBy = step.OpenedBy ?? scene.Actor.Official,
        };
        return closes ? opened with { State = StepState.Forwarded, DoneAt = scene.Now, DoneBy = scene.Actor.Official } : opened;
    }
}
