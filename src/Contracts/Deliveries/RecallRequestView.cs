using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The recall of a document as one of its recipients sees it, with its own answer.</summary>
public sealed record RecallRequestView
{
    public required RecallAnswer Answer { get; init; }

    /// <summary>Why the issuing body asks.</summary>
    public required string Reason { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public PersonRef? AnsweredBy { get; init; }

    /// <summary>Why the unit keeps its copy.</summary>
    public string? Refusal { get; init; }
}
