namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// Where a delivery stands in the recall of its document. It stands beside the ladder: a unit that refuses goes on from
/// the rung it was on.
/// </summary>
public enum RecallAnswer
{
    /// <summary>Not asked.</summary>
    None = 0,

    /// <summary>Asked (13): the unit's clerk answers before anything else is done with it.</summary>
    Asked = 1,

    /// <summary>Agreed (15): the copy is cancelled, for good.</summary>
    Agreed = 2,

    /// <summary>Refused with reason (16): the copy stays.</summary>
    Refused = 3,
}
