namespace PartyRealtime.Contracts.Inbox;

/// <summary>The boxes of an inbox. An item is in one box at a time.</summary>
public enum Box
{
    /// <summary>Done for this seat; kept for history, counted nowhere.</summary>
    Closed = 0,
    WaitingReceipt = 1,
    WaitingMe = 2,
    Lead = 3,
    Coordinate = 4,
    ForInformation = 5,
    Notes = 6,
    Drafts = 7,
    ToReview = 8,
    ToSign = 9,
    /// <summary>Signed or numbered, waiting for the clerk.</summary>
    ToNumber = 10,
    Returned = 11,
    Issued = 12,

    /// <summary>Documents that their issuing body asks back; the desk answers.</summary>
    Recall = 13,
}
