using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A unit that has not opened the document long after its arrival.</summary>
public sealed record BoardLate(
    UnitId UnitId,
    string Unit,
    string? Province,
    int SinceMinutes,
    DateTimeOffset? RemindedAt);
