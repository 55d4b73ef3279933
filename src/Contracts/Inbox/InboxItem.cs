using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>An inbox item as lists, catch-ups and pushes carry it. The same for every holder of the seat.</summary>
[GenerateSerializer, Immutable, Alias("inbox-item")]
public sealed record InboxItem
{
    [Id(0)] public required SeatId Seat { get; init; }

    [Id(1)] public required Guid Subject { get; init; }

    [Id(2)] public required Reason Reason { get; init; }

    [Id(3)] public required Box Box { get; init; }

    /// <summary>The seat's position at which this item last changed.</summary>
    [Id(4)] public required long Position { get; init; }

    [Id(5)] public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The officials who have read it: read is per person, done per seat.</summary>
    [Id(6)] public ImmutableArray<OfficialId> ReadBy { get; init; } = [];

    [Id(7)] public Urgency Urgency { get; init; }

    [Id(8)] public Secrecy Secrecy { get; init; }

    [Id(9)] public DateOnly? DueOn { get; init; }

    [Id(10)] public bool Overdue { get; init; }

    [Id(11)] public DocumentId? DocumentId { get; init; }

    [Id(12)] public DeliveryId? DeliveryId { get; init; }

    [Id(13)] public string? Symbol { get; init; }

    [Id(14)] public string? DocumentType { get; init; }

    [Id(15)] public string Abstract { get; init; } = "";

    [Id(16)] public string From { get; init; } = "";

    [Id(17)] public string? Note { get; init; }

    /// <summary>When the sender last reminded the desk that it waits for its receipt.</summary>
    [Id(18)] public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>
    /// The seat's position at which the item arrived: lists show the later one of an instant first. 0 where a node of the
    /// version before, which does not say it, has pushed the item.
    /// </summary>
    [Id(19)] public long ArrivedSeq { get; init; }
}
