using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A unit that is no more and whose books are read where it was merged into.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="On">The first day on which it was no more.</param>
/// <param name="Into">What it was merged into on that day.</param>
public sealed record MergedUnit(UnitRef Unit, DateOnly On, UnitRef Into);
