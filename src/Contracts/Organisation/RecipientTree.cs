using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// The recipient tree: the system's groups, the provinces inside them, the units inside those. Of one map, so each list of
/// lines is counted once and kept as long as the map.
/// </summary>
public sealed class RecipientTree
{
    private static readonly ImmutableArray<(string Selector, string Name, string NameEn, UnitKind? Kind)> Groups =
    [
        (RecipientSelectors.Everyone, "Mọi đơn vị", "Every unit", null),
        (RecipientSelectors.Communes, "Tất cả xã, phường, đặc khu", "All communes, wards and special zones", UnitKind.Commune),
        (RecipientSelectors.Provinces, "Cấp tỉnh: tỉnh ủy, thành ủy", "Provincial committees", UnitKind.Province),
        (RecipientSelectors.Bodies, "Các ban, cơ quan cấp tỉnh", "Provincial bodies", UnitKind.ProvincialBody),
        (RecipientSelectors.Central, "Các ban, cơ quan trung ương", "Central bodies", UnitKind.CentralBody),
    ];

    private readonly OrganisationMap _map;
    private readonly ConcurrentDictionary<string, IReadOnlyList<RecipientRow>> _children = new();

    internal RecipientTree(OrganisationMap map) => _map = map;

    /// <summary>The lines below a selector, or the groups when it is null; null when nothing is below it.</summary>
    public IReadOnlyList<RecipientRow>? Children(string? parent)
    {
        var key = parent ?? "";
        if (_children.TryGetValue(key, out var known))
            return known;
        // Only selectors of groups are kept, and of these there are about seventy.
        return Below(_map, key) is { } rows ? _children.GetOrAdd(key, rows) : null;
    }

    /// <summary>The same lines as somebody of the issuing body chooses from: it receives nothing of its own.</summary>
    public IReadOnlyList<RecipientRow>? Children(string? parent, UnitId? issuer) =>
        issuer is { } id && _map.Unit(id) is { Receives: true } unit ? Children(parent)?.Select(row => Without(row, unit)).ToList() : Children(parent);

    private RecipientRow Without(RecipientRow row, UnitFacts issuer)
    {
        if (row.Selector == RecipientSelectors.OfUnit(issuer))
            return row with { Units = 0, People = 0, Receives = false };
        if (RecipientSelectors.Group(_map, row.Selector) is not { } contains || !contains(issuer))
            return row;
        var set = RecipientSelectors.Select(_map, [row.Selector], [], issuer.Id).Set;
        return row with { Units = set.Units.Length, People = set.People, NotReceiving = row.NotReceiving + 1 };
    }

    private static IReadOnlyList<RecipientRow>? Below(OrganisationMap map, string parent)
    {
        if (parent.Length == 0)
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
    public IReadOnlyList<RecipientRow> Search(string query, int take, UnitId? issuer = null)
    {
        var key = TextFold.Key(query);
        if (key.Length == 0)
            return [];
        var groups = Children(RecipientSelectors.Communes)!
            .Where(row => TextFold.Key(row.Name).StartsWith(key, StringComparison.Ordinal))
            .Select(row => row with { Name = $"Xã, phường: {row.Name}", NameEn = $"Communes: {row.NameEn}" });
        var rows = groups.Concat(_map.Search.Find(query, take).Select(unit => UnitRow(_map, unit))).Take(take);
        return [.. issuer is { } id && _map.Unit(id) is { Receives: true } own ? rows.Select(row => Without(row, own)) : rows];
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
        Province: unit.Province);
}
