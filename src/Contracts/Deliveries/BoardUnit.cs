using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One receiving unit of a tile.</summary>
public sealed record BoardUnit(
    DeliveryId Id,
    UnitRef Unit,
    DeliveryState State,
    long? ArrivalNo,
    DateTimeOffset? ArrivedAt,
    DateTimeOffset? OpenedAt,
    string? OpenedBy,
    DateTimeOffset? RegisteredAt,
    DateTimeOffset? FinishedAt,
    string? ReturnReason,
    RecallAnswer Recall,
    DateTimeOffset? RecallAnsweredAt,
    string? RecallRefusal,
    DateTimeOffset? RemindedAt,
    string? RegisteredBy = null);
