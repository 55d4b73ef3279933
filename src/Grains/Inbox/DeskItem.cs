using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Inbox;

/// <summary>What a delivery asks of the registry desk of its unit: one thing at a time.</summary>
internal static class DeskItem
{
    /// <summary>
    /// The desk's open item; null when nothing is asked. What was not registered yet moves to the recalls and, after a
    /// refusal, back; what had left the desk already comes as an item of its own.
    /// </summary>
    public static OpenItem? Of(DeliveryRow row, SeatId desk, ItemContent content) => (row.State, row.Recall) switch
    {
        (_, RecallAnswer.Agreed) => null,
        (DeliveryState.Arrived, RecallAnswer.Asked) => new(DeliveryContent.DeskKey(desk, row), Box.Recall, content with { RemindedAt = row.RemindedAt }),
        (DeliveryState.Arrived, _) => new(DeliveryContent.DeskKey(desk, row), Box.WaitingReceipt, content with { RemindedAt = row.RemindedAt }),
        (_, RecallAnswer.Asked) => new(new ItemKey(desk, row.Id.Value, Reason.Recall), Box.Recall, content),
        _ => null,
    };
}
