using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>Recipient selectors resolved to units: each once, in tree order, all of them receiving.</summary>
public sealed record RecipientSet(ImmutableArray<UnitFacts> Units)
{
    /// <summary>People reached; each unit counted once.</summary>
    public int People => Units.Sum(unit => unit.People);
}
