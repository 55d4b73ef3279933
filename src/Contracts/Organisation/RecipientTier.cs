namespace PartyRealtime.Contracts.Organisation;

/// <summary>The tiers that a confirmation counts by.</summary>
public enum RecipientTier
{
    Commune = 1,
    Provincial = 2,
    Central = 3,
}
