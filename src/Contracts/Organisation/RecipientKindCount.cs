namespace PartyRealtime.Contracts.Organisation;

/// <summary>Units of one tier in a selection.</summary>
public sealed record RecipientKindCount(RecipientTier Kind, int Units)
{
    /// <summary>The tier that a unit of this kind is counted in.</summary>
    public static RecipientTier TierOf(UnitKind kind) => kind switch
    {
        UnitKind.Commune => RecipientTier.Commune,
        UnitKind.Province or UnitKind.ProvincialBody => RecipientTier.Provincial,
        _ => RecipientTier.Central,
    };
}
