using System.Collections.Immutable;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// The recipient tree: the system's groups, the provinces inside them, the units inside those. Pure, from the map.
/// </summary>
public static class RecipientTree
{
    private static readonly ImmutableArray<(string Selector, string Name, string NameEn, UnitKind? Kind)> Groups =
    [
        (RecipientSelectors.Everyone, "Mọi đơn vị", "Every unit", null),
        (RecipientSelectors.Communes, "Tất cả xã, phường, đặc khu", "All communes, wards and special zones", UnitKind.Commune),
        (RecipientSelectors.Provinces, "Cấp tỉnh: tỉnh ủy, thành ủy", "Provincial committees", UnitKind.Province),
        (RecipientSelectors.Bodies, "Các ban, cơ quan cấp tỉnh", "Provincial bodies", UnitKind.ProvincialBody),
        (RecipientSelectors.Central, "Các ban, cơ quan trung ương", "Central bodies", UnitKind.CentralBody),
    ];

    /// <summary>The lines below a selector, or the groups when it is null; null when nothing is below it.</summary>
    public static IReadOnlyList<RecipientRow>? Children(OrganisationMap map, string? parent)
    {
        if (string.IsNullOrEmpty(parent))
            return [.. Groups.Select(group => GroupRow(map, group.Selector, group.Name, group.NameEn, opens: group.Kind is not null))];
        if (parent is RecipientSelectors.Communes or RecipientSelectors.Bodies)
            return [.. map.Tiles.Where(tile => tile.Kind == UnitKind.Province).Select(tile => ProvinceRow(map, parent, tile))];
        if (parent == RecipientSelectors.Everyone || RecipientSelectors.Group(map, parent) is not { } contains)
            return null;
        return [.. map.Units.Where(unit => unit.IsValid && unit.Registers && contains(unit)).Select(unit => UnitRow(map, unit))];
    }

    /// <summary>
    /// Groups of provinces and units whose name or code matches, groups first. A blank query finds nothing.
    /// </summary>
    public static IReadOnlyList<RecipientRow> Search(OrganisationMap map, string query, int take)
    {
        var key = TextFold.Key(query);
        if (key.Length == 0)
            return [];
        var groups = map.Tiles
            .Where(tile => tile.Kind == UnitKind.Province && TextFold.Key(TileName.Of(tile)).StartsWith(key, StringComparison.Ordinal))
            .Select(tile => ProvinceRow(map, RecipientSelectors.Communes, tile) with
            {
                Name = $"Xã, phường: {TileName.Of(tile)}",
                NameEn = $"Communes: {TileName.InEnglish(tile)}",
            });
        return [.. groups.Concat(map.Search.Find(query, take).Select(unit => UnitRow(map, unit))).Take(take)];
    }

    private static RecipientRow ProvinceRow(OrganisationMap map, string group, UnitFacts tile) =>
        GroupRow(map, RecipientSelectors.Within(group, tile.Tile), TileName.Of(tile), TileName.InEnglish(tile), opens: true);

    private static RecipientRow GroupRow(OrganisationMap map, string selector, string name, string nameEn, bool opens)
    {
        var set = RecipientSelectors.Select(map, [selector], []).Set;
        var contains = RecipientSelectors.Group(map, selector)!;
        var all = map.Units.Count(unit => unit.IsValid && unit.Registers && contains(unit));
        return new RecipientRow(
            selector, name, nameEn, set.Units.Length, set.People, opens, Receives: true, System: true, all - set.Units.Length);
    }

    private static RecipientRow UnitRow(OrganisationMap map, UnitFacts unit) => new(
        RecipientSelectors.OfUnit(unit),
        unit.Name,
        unit.NameEn,
        unit.Receives ? 1 : 0,
        unit.Receives ? unit.People : 0,
        Children: false,
        unit.Receives,
        System: false,
        Province: map.RefOf(unit).Province);
}
