using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Jobs;

/// <summary>The first position of every delivery: it arrived at the desk.</summary>
internal static class Arrivals
{
    public static DeliveryRow Arrived(DeliveryRow sent, DocumentRow document, DateTimeOffset now) => sent with
    {
        State = DeliveryState.Arrived,
        ArrivedAt = now,
        EscalateAt = now + ReceiptTimes.EscalateAfter(document.Urgency, document.Secrecy),
        Position = 1,
    };

    /// <summary>Expected 0: a delivery arrives once, whoever tries.</summary>
    public static StreamAppend Append(DeliveryRow arrived) =>
        new(arrived.Id.Stream, 0, [FactJson.Of(new DeliveryArrived(arrived.Document, arrived.Unit))]);

    /// <summary>The item that an arrival makes on the receiving desk; null for a unit without one.</summary>
    public static InboxChange? Item(DeliveryRow arrived, DocumentRow document, UnitFacts unit, UnitFacts sender)
    {
        if (unit.Desk is not { } desk)
            return null;
        var content = DeliveryContent.Of(arrived, document, sender);
        return new InboxChange(DeliveryContent.DeskKey(desk, arrived), InboxChangeKind.Arrived, null, Box.WaitingReceipt, content);
    }
}
