using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A unit as the rules need it, on the day it was asked for.</summary>
public sealed record UnitFacts
{
    public required UnitId Id { get; init; }

    public required string Code { get; init; }

    public required UnitKind Kind { get; init; }

    public UnitId? Parent { get; init; }

    /// <summary>The board tile: a province code, or TW.</summary>
    public required string Tile { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    /// <summary>
    /// The province that the unit lies in, as <see cref="TileName"/> calls it; null for a province itself, at the centre, and
    /// where the name ends with it.
    /// </summary>
    public string? Province { get; init; }

    /// <summary>The unit as pages name it.</summary>
    public UnitRef Ref => new(Id, Code, Name, NameEn, Province);

    /// <summary>The name with its province: what a list says that is of no one province, because names of communes repeat.</summary>
    public string FullName => Province is null ? Name : $"{Name}, {Province}";

    /// <summary>The notation in symbols.</summary>
    public required string Organ { get; init; }

    /// <summary>By whose rules it numbers what it issues.</summary>
    public NumberingProfile Profile { get; init; } = NumberingProfile.Party;

    public bool Registers { get; init; }

    /// <summary>Can be named as a recipient on this day: valid, with a registry desk, not marked otherwise.</summary>
    public bool Receives { get; init; }

    /// <summary>Whether the unit exists on this day; a unit that was merged away does not.</summary>
    public bool IsValid { get; init; }

    /// <summary>Whether its last day is past; a unit that has not begun yet is not valid either, but has not ended.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The first day on which it is no more, come or yet to come; null where none is set.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Where its registers stay readable after a merger, once it has ended.</summary>
    public UnitId? Successor { get; init; }

    /// <summary>The registry desk; null for a unit that keeps no registers.</summary>
    public SeatId? Desk { get; init; }

    /// <summary>The posts of the unit, the principal leader first among the leaders.</summary>
    public ImmutableArray<SeatFacts> Posts { get; init; } = [];

    /// <summary>People who hold a seat in the unit or in the sub-units below it.</summary>
    public int People { get; init; }

    /// <summary>Clerks and leaders: who is told at once when something arrives.</summary>
    public int NotifiedNow { get; init; }

    /// <summary>The first of the leaders' seats that somebody with an account in use holds today; null while there is none.</summary>
    public SeatId? LeaderInOffice { get; init; }

    /// <summary>
    /// The leader's seat that documents are presented to unless another is named: one that somebody holds, as long as
    /// there is one, for nobody hears of what lies at a vacant seat.
    /// </summary>
    public SeatId? PrincipalLeader =>
        LeaderInOffice ?? Posts.FirstOrDefault(post => post.Role == SeatRole.Leader)?.Seat;
}
