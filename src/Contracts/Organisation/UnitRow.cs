using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A unit of the tree.</summary>
public sealed record UnitRow : IRow
{
    public required UnitId Id { get; init; }

    public required string Code { get; init; }

    public UnitId? Parent { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>The board tile: a province code, or TW.</summary>
    public required string Tile { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>The notation in symbols, such as TW or ĐU.</summary>
    public required string Organ { get; init; }

    /// <summary>By whose rules it numbers what it issues.</summary>
    public NumberingProfile Profile { get; init; } = NumberingProfile.Party;

    /// <summary>Keeps registers of its own.</summary>
    public bool Registers { get; init; }

    /// <summary>Can be named as a recipient.</summary>
    public bool Receives { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day it is no more.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where its registers stay readable after a merger.</summary>
    public UnitId? Successor { get; init; }
}
