using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>The counters of one box, as the statement selects them.</summary>
internal sealed class BoxCounterRow
{
    public int Box { get; init; }

    public int Total { get; init; }

    public int Unread { get; init; }

    public int Urgent { get; init; }

    public int Overdue { get; init; }

    public BoxCounter ToCounter() => new((Box)Box, Total, Unread, Urgent, Overdue);
}
