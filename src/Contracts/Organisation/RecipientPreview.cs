using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>What sending to a selection means, before it is confirmed.</summary>
/// <param name="Units">Units that would receive: the number to confirm.</param>
/// <param name="People">People in them, each counted once.</param>
/// <param name="NotifiedNow">Clerks and leaders.</param>
/// <param name="Others">Everybody else.</param>
/// <param name="Kinds">Units by tier.</param>
/// <param name="Refused">Selectors that name nothing that receives.</param>
public sealed record RecipientPreview(
    int Units,
    int People,
    int NotifiedNow,
    int Others,
    ImmutableArray<RecipientKindCount> Kinds,
    ImmutableArray<RefusedSelector> Refused)
{
    /// <summary>The units that would receive, in tree order; null where nobody asked for them.</summary>
    public ImmutableArray<UnitRef>? Names { get; init; }

    public static RecipientPreview Of(RecipientSelection selection) => new(
        selection.Set.Units.Length,
        selection.Set.People,
        selection.Set.NotifiedNow,
        selection.Set.People - selection.Set.NotifiedNow,
        [.. selection.Set.Units.GroupBy(unit => RecipientKindCount.TierOf(unit.Kind))
            .OrderBy(tier => tier.Key)
            .Select(tier => new RecipientKindCount(tier.Key, tier.Count()))],
        selection.Refused);
}
