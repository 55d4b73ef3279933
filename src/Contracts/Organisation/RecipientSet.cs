using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>Recipient selectors resolved to units: each once, in tree order, all of them receiving.</summary>
/// <param name="Units">The units.</param>
/// <param name="People">People reached; a person with seats in several of the units is counted once.</param>
/// <param name="NotifiedNow">Of these, the clerks and leaders: who is told at once.</param>
public sealed record RecipientSet(ImmutableArray<UnitFacts> Units, int People, int NotifiedNow);
