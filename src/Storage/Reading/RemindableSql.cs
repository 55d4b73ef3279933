using System.Globalization;
using PartyRealtime.Contracts.Deliveries;

namespace PartyRealtime.Storage.Reading;

/// <summary>Which deliveries may be reminded of: <see cref="ReceiptTimes.MayRemind"/> in SQL.</summary>
internal static class RemindableSql
{
    /// <summary>On table delivery AS v; @before in milliseconds is now less the time of the document's urgency.</summary>
    public static readonly string Due = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        v.state = {(int)DeliveryState.Arrived} AND v.recall IN ({(int)RecallAnswer.None}, {(int)RecallAnswer.Refused})
        AND v.arrived_at_ms <= @before AND (v.reminded_at_ms IS NULL OR v.reminded_at_ms <= @before)
        """);
}
