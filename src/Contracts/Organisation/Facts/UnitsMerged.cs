using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>Units ended and their registers went to another one.</summary>
/// <param name="Predecessors">Codes of the units that are no more.</param>
/// <param name="Successor">The code of the unit that took them in.</param>
/// <param name="On">The first day they are no more.</param>
public sealed record UnitsMerged(ImmutableArray<string> Predecessors, string Successor, DateOnly On) : IFact
{
    public static string Kind => "organisation.unitsMerged";
}
