using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation;

/// <summary>How pages name units.</summary>
public static class UnitNames
{
    /// <summary>The tile of the centre and its bodies.</summary>
    public const string CentreTile = "TW";

    /// <summary>The unit as pages name it; one that is not known is named by its number.</summary>
    public static UnitRef Ref(this IOrganisation organisation, UnitId id)
    {
        if (organisation.Unit(id) is not { } unit)
            return new UnitRef(id, id.ToString(), id.ToString(), id.ToString(), null);
        var province = unit.Tile == CentreTile || unit.Kind == UnitKind.Province ? null : organisation.TileName(unit.Tile);
        return new UnitRef(unit.Id, unit.Code, unit.Name, unit.NameEn, province);
    }

    /// <summary>The short name of a board tile: the province without its tier, or the centre.</summary>
    public static string TileName(this IOrganisation organisation, string tile) =>
        organisation.Unit(tile) is { } unit ? Contracts.Organisation.TileName.Of(unit) : tile;
}
