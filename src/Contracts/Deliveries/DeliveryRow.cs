using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A delivery as it stands, replaced whole in each commit of its stream. Arrival number and date are written by the register take and carried along afterwards.</summary>
public sealed record DeliveryRow : IRow
{
    public required DeliveryId Id { get; init; }

    public required DocumentId Document { get; init; }

    public required UnitId Unit { get; init; }

    /// <summary>The board tile: a province code, or TW for the centre.</summary>
    public required string Tile { get; init; }

    /// <summary>The place in the frozen recipient set, from 1.</summary>
    public required int Ordinal { get; init; }

    public required long Position { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>First opening at the unit.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public OfficialId? OpenedBy { get; init; }

    public DateTimeOffset? RegisteredAt { get; init; }

    public OfficialId? RegisteredBy { get; init; }

    public string? Register { get; init; }

    /// <summary>The arrival number.</summary>
    public long? Number { get; init; }

    public DateOnly? NumberOn { get; init; }

    /// <summary>How many pages arrived; null for as many as the sender counted.</summary>
    public int? Pages { get; init; }

    /// <summary>How many copies arrived.</summary>
    public int? Copies { get; init; }

    public DateTimeOffset? AssignedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    public string? ReturnReason { get; init; }

    /// <summary>When the sender's desk closed the return; null while it lies there.</summary>
    public DateTimeOffset? ReturnClosedAt { get; init; }

    public OfficialId? ReturnClosedBy { get; init; }

    public DateOnly? DueOn { get; init; }

    public RecallAnswer Recall { get; init; }

    public DateTimeOffset? RecallAskedAt { get; init; }

    public DateTimeOffset? RecallAnsweredAt { get; init; }

    public OfficialId? RecallAnsweredBy { get; init; }

    public string? RecallRefusal { get; init; }

    /// <summary>When the sender last reminded the unit.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When the leader is told if nobody has opened it; null where nobody is.</summary>
    public DateTimeOffset? EscalateAt { get; init; }

    /// <summary>When the leader was told, by the clock or by the clerk.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The leader's seat; null before, and where the unit has none.</summary>
    public SeatId? EscalatedTo { get; init; }
}
