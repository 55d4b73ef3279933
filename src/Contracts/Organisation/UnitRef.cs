namespace PartyRealtime.Contracts.Organisation;

/// <summary>A unit as pages name it.</summary>
/// <param name="Province">The province's name for a unit below one: commune names repeat across provinces.</param>
public sealed record UnitRef(
    UnitId Id,
    string Code,
    string Name,
    string NameEn,
    string? Province);
