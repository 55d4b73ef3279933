namespace PartyRealtime.Contracts.Organisation;

/// <summary>The tier of a unit.</summary>
public enum UnitKind
{
    Centre = 1,
    CentralBody = 2,
    Province = 3,
    ProvincialBody = 4,
    Commune = 5,
    SubUnit = 6,
}
