namespace PartyRealtime.Contracts.Drafting;

/// <summary>What somebody did in a thread.</summary>
public enum ThreadEntryKind
{
    /// <summary>Always the first.</summary>
    Opened = 1,

    Replied = 2,

    Resolved = 3,

    Reopened = 4,

    Accepted = 5,

    Rejected = 6,

    Withdrawn = 7,
}
