using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person with an account.</summary>
public sealed record OfficialRow : IRow
{
    public required OfficialId Id { get; init; }

    /// <summary>Lower case, unique.</summary>
    public required string SignIn { get; init; }

    public required string Name { get; init; }

    public Documents.Secrecy Clearance { get; init; }

    /// <summary>Shares the demo password, works on loopback only.</summary>
    public bool Demo { get; init; }

    public string? PasswordHash { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Grows when rights change; sessions carry it.</summary>
    public long Stamp { get; init; }
}
