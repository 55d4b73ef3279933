using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A delivery with its travel, as the document page shows it.</summary>
public sealed record DeliveryView
{
    public required DeliveryId Id { get; init; }

    public required long Position { get; init; }

    public required UnitRef Unit { get; init; }

    public required DeliveryState State { get; init; }

    public long? ArrivalNo { get; init; }

    public DateOnly? ArrivalDate { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? RegisteredAt { get; init; }

    public PersonRef? RegisteredBy { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public PersonRef? OpenedBy { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The last day that the unit's leader gave it; null where the document's own holds.</summary>
    public DateOnly? DueOn { get; init; }

    public string? ReturnReason { get; init; }

    /// <summary>The recall of the document; null while this unit was not asked.</summary>
    public RecallRequestView? Recall { get; init; }

    /// <summary>When the sender last reminded the unit.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Who is told when nobody opens it in time; null where nobody is.</summary>
    public EscalationView? Escalation { get; init; }

    public ImmutableArray<StepView> Steps { get; init; } = [];

    /// <summary>What the unit's own people did with it, the oldest first; at most the newest 200.</summary>
    public ImmutableArray<HistoryView> History { get; init; } = [];
}
