using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>
/// What an item shows, as the decider knows it. The stored columns (ids, dates, note) are written; the shown words
/// (<see cref="Symbol"/>, <see cref="Abstract"/>, <see cref="From"/>, <see cref="RemindedAt"/>) travel with the push and must equal what a
/// fresh read joins together.
/// </summary>
[GenerateSerializer, Immutable, Alias("item-content")]
public sealed record ItemContent
{
    [Id(0)] public DocumentId? Document { get; init; }

    [Id(1)] public DeliveryId? Delivery { get; init; }

    [Id(2)] public UnitId? FromUnit { get; init; }

    [Id(3)] public OfficialId? FromOfficial { get; init; }

    [Id(4)] public Urgency Urgency { get; init; }

    [Id(5)] public Secrecy Secrecy { get; init; }

    [Id(6)] public DateOnly? DueOn { get; init; }

    /// <summary>The text of a note or of a word that mentions the reader, or why a delivery or a step came back; at most 1,000 characters, null for everything else.</summary>
    [Id(7)] public string? Note { get; init; }

    [Id(8)] public string? Symbol { get; init; }

    /// <summary>The type's code, such as CT or CV.</summary>
    [Id(9)] public string? DocumentType { get; init; }

    [Id(10)] public string Abstract { get; init; } = "";

    /// <summary>The name of the sending unit or of the one that sent a delivery back, with its province where it lies in one, or of the person for a note and for a step that came back.</summary>
    [Id(11)] public string From { get; init; } = "";

    /// <summary>When the sender last reminded the desk; only on the item that waits for its receipt.</summary>
    [Id(12)] public DateTimeOffset? RemindedAt { get; init; }
}
