namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person as pages name it.</summary>
public sealed record PersonRef(
    OfficialId Id,
    string Name);
