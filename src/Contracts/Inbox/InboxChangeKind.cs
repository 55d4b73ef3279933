namespace PartyRealtime.Contracts.Inbox;

/// <summary>What a position of a seat's inbox changed.</summary>
public enum InboxChangeKind
{
    /// <summary>The item is new in this inbox.</summary>
    Arrived = 1,
    /// <summary>The item changed its box or what it shows.</summary>
    Moved = 2,
    /// <summary>One holder read it.</summary>
    Read = 3,
    /// <summary>Its deadline passed.</summary>
    Due = 4,
    /// <summary>The item is gone (recall); a tombstone stays 30 days.</summary>
    Removed = 5,
}
