using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Inbox;

/// <summary>What an inbox item about a delivery shows, the same from its arrival to its end.</summary>
internal static class DeliveryContent
{
    public static ItemContent Of(DeliveryRow row, DocumentRow document, UnitFacts sender) => new()
    {
        Document = document.Id,
        Delivery = row.Id,
        FromUnit = document.Unit,
        Urgency = document.Urgency,
        Secrecy = document.Secrecy,
        DueOn = document.DueOn,
        Symbol = document.Symbol,
        DocumentType = document.Type,
        Abstract = document.Abstract,
        From = sender.FullName,
    };

    /// <summary>The item at the receiving unit's desk.</summary>
    public static ItemKey DeskKey(SeatId desk, DeliveryRow row) => new(desk, row.Id.Value, Reason.Delivery);
}
