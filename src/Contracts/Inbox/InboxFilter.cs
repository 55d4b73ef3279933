namespace PartyRealtime.Contracts.Inbox;

/// <summary>Which items of a box a list shows. Each filter has a counter that always equals the list's length.</summary>
public enum InboxFilter
{
    All = 1,
    /// <summary>Not read by the person who asks.</summary>
    Unread = 2,
    /// <summary>Any urgency above normal.</summary>
    Urgent = 3,
    /// <summary>The deadline passed.</summary>
    Overdue = 4,
}
