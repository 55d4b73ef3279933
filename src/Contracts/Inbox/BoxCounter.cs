namespace PartyRealtime.Contracts.Inbox;

/// <summary>How many items a box has for one person, over all seats held. A box without items may be absent.</summary>
[GenerateSerializer, Immutable, Alias("box-counter")]
public sealed record BoxCounter(
    [property: Id(0)] Box Box,
    [property: Id(1)] int Total,
    [property: Id(2)] int Unread,
    [property: Id(3)] int Urgent,
    [property: Id(4)] int Overdue)
{
    /// <summary>The length of the list under a filter.</summary>
    public int Under(InboxFilter filter) => filter switch
    {
        InboxFilter.Unread => Unread,
        InboxFilter.Urgent => Urgent,
        InboxFilter.Overdue => Overdue,
        _ => Total,
    };
}
