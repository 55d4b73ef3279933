using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person with an account.</summary>
public sealed record OfficialRow : IRow
{
    public required OfficialId Id { get; init; }

    /// <summary>Lower case, unique.</summary>
    public required string SignIn { get; init; }

    public required string Name { get; init; }

    /// <summary>Folded for search: whole name.</summary>
    public string NameKey => TextFold.Key(Name);

    /// <summary>Folded for search: given name first.</summary>
    public string GivenNameKey => TextFold.Key(VietnameseOrder.GivenNameFirst(Name));

    public Documents.Secrecy Clearance { get; init; }

    /// <summary>Shares the demo password, works on loopback only.</summary>
    public bool Demo { get; init; }

    public string? PasswordHash { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Grows when rights change; sessions carry it.</summary>
    public long Stamp { get; init; }
}
