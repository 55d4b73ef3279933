namespace PartyRealtime.Contracts.Drafting;

/// <summary>How a thread stands.</summary>
public enum DraftThreadState
{
    Open = 1,

    /// <summary>A comment that was dealt with; it can be opened again.</summary>
    Resolved = 2,

    /// <summary>A suggestion that somebody took on; whether it is in the text, the text itself says.</summary>
    Accepted = 3,

    Rejected = 4,

    /// <summary>Taken back by whoever suggested it.</summary>
    Withdrawn = 5,
}
