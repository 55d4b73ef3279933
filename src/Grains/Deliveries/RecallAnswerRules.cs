using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>The receiving desk's answer to a recall (DOMAIN §8): each delivery answers once.</summary>
internal static class RecallAnswerRules
{
    /// <summary>The copy is cancelled; what was still open in the unit is recalled with it, what was done stays.</summary>
    public static Outcome<DeliveryDecision> Agree(DeliveryScene scene)
    {
        if (DeliveryRules.Stopped(DeliveryAct.AgreeRecall, scene) is { } stopped)
            return stopped;
        var steps = scene.Steps.Select(step => StepRules.Recalled(step, scene)).ToImmutableArray();
        var recalled = steps.Where(step => !scene.Steps.Contains(step)).Select(step => step.Id).ToImmutableArray();
        return DeliveryRules.Decided(
            Answered(scene, RecallAnswer.Agreed), steps, scene, FactJson.Of(new DeliveryRecallAgreed(scene.Row.Unit, recalled)));
    }

    /// <summary>The copy stays, and handling goes on from where it was.</summary>
    public static Outcome<DeliveryDecision> Refuse(RefuseRecall request, DeliveryScene scene)
    {
        if (DeliveryRules.Stopped(DeliveryAct.RefuseRecall, scene) is { } stopped)
            return stopped;
        if (FieldRules.Text("reason", request.Reason, FieldRules.ReasonCharsMax) is { } noReason)
            return noReason;
        var after = Answered(scene, RecallAnswer.Refused) with { RecallRefusal = request.Reason };
        return DeliveryRules.Decided(
            after, scene.Steps, scene, FactJson.Of(new DeliveryRecallRefused(scene.Row.Unit, request.Reason)));
    }

    private static DeliveryRow Answered(DeliveryScene scene, RecallAnswer answer) => scene.Row with
    {
        Recall = answer,
        RecallAnsweredAt = scene.Now,
        RecallAnsweredBy = scene.Actor.Official,
        // Who answers has read what is asked: the sender sees at least that moment as the opening.
        OpenedAt = scene.Row.OpenedAt ?? scene.Now,
        OpenedBy = scene.Row.OpenedBy ?? scene.Actor.Official,
    };
}
