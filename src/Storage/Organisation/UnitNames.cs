using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation;

/// <summary>How pages name units.</summary>
public static class UnitNames
{
    /// <summary>The unit as pages name it; one that is not known is named by its number.</summary>
    public static UnitRef Ref(this IOrganisation organisation, UnitId id) =>
        organisation.Unit(id)?.Ref ?? new UnitRef(id, id.ToString(), id.ToString(), id.ToString(), null);

    /// <summary>The name with its province where the unit lies in one: what stands in lists that are of no one province.</summary>
    public static string FullName(this IOrganisation organisation, UnitId id) => organisation.Unit(id)?.FullName ?? id.ToString();

    /// <summary>The short name of a board tile: the province without its tier, or the centre.</summary>
    public static string TileName(this IOrganisation organisation, string tile) =>
        organisation.Unit(tile) is { } unit ? Contracts.Organisation.TileName.Of(unit) : tile;
}
