using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
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

    /// <summary>The item that an arrival makes on the receiving desk; null for a unit without one.</summary>
    public static InboxChange? Arrival(DeliveryRow row, DocumentRow document, UnitFacts unit, UnitFacts sender)
    {
        if (unit.Desk is not { } desk)
            return null;
        var content = Content(row, document, sender, document.DueOn);
        return new InboxChange(Key(desk, row), InboxChangeKind.Arrived, null, Box.WaitingReceipt, content);
    }

    private static List<OpenItem> Of(DeliveryRow row, ImmutableArray<StepRow> steps, DeliveryScene scene)
    {
        var items = new List<OpenItem>();
        var content = Content(row, scene.Document, scene.Sender, scene.Document.DueOn);
        if (row.State == DeliveryState.Arrived && scene.Unit.Desk is { } desk)
            items.Add(new(Key(desk, row), Box.WaitingReceipt, content));
        if (row.State == DeliveryState.Returned && scene.Sender.Desk is { } sender)
            items.Add(new(new ItemKey(sender, row.Id.Value, Reason.Returned), Box.Returned, content));
        foreach (var step in steps)
        {
            if (step.Role == StepRole.Present && step.State == StepState.Waiting)
                items.Add(new(new ItemKey(step.Seat, row.Id.Value, Reason.Present), Box.WaitingMe, content));
            else if (DeliveryWorkflow.IsOpen(step))
                items.Add(new(new ItemKey(step.Seat, step.Id.Value, ReasonOf(step.Role)), BoxOf(step.Role), content with { DueOn = step.DueOn }));
        }

        return items;
    }

    private static ItemKey Key(SeatId desk, DeliveryRow row) => new(desk, row.Id.Value, Reason.Delivery);

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

    private static ItemContent Content(DeliveryRow row, DocumentRow document, UnitFacts sender, DateOnly? dueOn) => new()
    {
        Document = document.Id,
        Delivery = row.Id,
        FromUnit = document.Unit,
        Urgency = document.Urgency,
        Secrecy = document.Secrecy,
        DueOn = dueOn,
        Symbol = document.Symbol,
        DocumentType = document.Type,
        Abstract = document.Abstract,
        From = sender.Name,
    };
}
