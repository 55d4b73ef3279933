using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>
/// Which inbox items a delivery has, as a function of its row and steps: what an act changes in inboxes is the
/// difference between before and after.
/// </summary>
internal static class DeliveryItems
{
    /// <summary>The inbox changes that lead from the scene's state to the decided one.</summary>
    public static ImmutableArray<InboxChange> Changes(DeliveryScene scene, DeliveryDecision decision) =>
        ItemDiff.Between(
            Of(scene.Row, scene.Steps, scene),
            Of(decision.Row, decision.Steps, scene));

    private static List<OpenItem> Of(DeliveryRow row, ImmutableArray<StepRow> steps, DeliveryScene scene)
    {
        var items = new List<OpenItem>();
        var content = DeliveryContent.Of(row, scene.Document, scene.Sender);
        if (scene.Unit.Desk is { } desk && DeskItem.Of(row, desk, content) is { } atDesk)
            items.Add(atDesk);
        if (EscalationRules.Item(row, content) is { } escalated)
            items.Add(escalated);
        if (scene.Sender.Desk is { } sender && ReturnRules.Item(row, sender, scene.Unit, content) is { } returned)
            items.Add(returned);
        foreach (var step in steps)
        {
            var shown = StepReturnRules.Content(step, steps, content, scene.Actor);
            if (step.Role == StepRole.Present && step.State == StepState.Waiting)
                items.Add(new(new ItemKey(step.Seat, PresentSubject(step, steps), Reason.Present), Box.WaitingMe, shown));
            else if (DeliveryWorkflow.IsOpen(step))
                items.Add(new(new ItemKey(step.Seat, step.Id.Value, ReasonOf(step.Role)), BoxOf(step.Role), shown with { DueOn = step.DueOn }));
            else if (StepReturnRules.Item(step, row, steps, content, scene.Actor) is { } back)
                items.Add(back);
        }

        return items;
    }

    /// <summary>The first presentation is known by the delivery; one that came back is an item of its own.</summary>
    private static Guid PresentSubject(StepRow step, ImmutableArray<StepRow> steps) =>
        steps.First(one => one.Role == StepRole.Present).Id == step.Id ? step.Delivery.Value : step.Id.Value;

    private static Reason ReasonOf(StepRole role) => role switch
    {
        StepRole.Lead => Reason.Lead,
        StepRole.Coordinate => Reason.Coordinate,
        _ => Reason.ForInformation,
    };

    private static Box BoxOf(StepRole role) => role switch
    {
        StepRole.Lead => Box.Lead,
        StepRole.Coordinate => Box.Coordinate,
        _ => Box.ForInformation,
    };
}
