using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// How long a document may lie at a registry desk, by urgency. Four hours are what offices count before they ask; what
/// is immediate is acknowledged within five minutes, or somebody else is told.
/// </summary>
public static class ReceiptTimes
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(4);

    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);

    /// <summary>After this time at the desk the sender may remind, and again after as long.</summary>
    public static TimeSpan RemindAfter(Urgency urgency) => urgency == Urgency.Immediate ? AtOnce : Usual;

    /// <summary>
    /// After this time unopened the unit's leader is told; null where the desk alone answers for it. What is classified
    /// goes on from a desk by a person's act alone.
    /// </summary>
    public static TimeSpan? EscalateAfter(Urgency urgency, Secrecy secrecy) =>
        urgency == Urgency.Immediate && secrecy == Secrecy.Normal ? AtOnce : null;

    /// <summary>
    /// Whether the sender may remind the unit at this instant: the document has lain long enough unregistered, no recall
    /// waits for an answer, and the last reminder is as long ago.
    /// </summary>
    public static bool MayRemind(DeliveryRow row, Urgency urgency, DateTimeOffset at)
    {
        var before = at - RemindAfter(urgency);
        return row.State == DeliveryState.Arrived
            && row.Recall is RecallAnswer.None or RecallAnswer.Refused
            && row.ArrivedAt <= before
            && (row.RemindedAt is null || row.RemindedAt <= before);
    }
}
