namespace PartyRealtime.Contracts.Organisation;

/// <summary>What a province is called where its tier is plain from the place: on board tiles and behind a commune's name.</summary>
public static class TileName
{
    private static readonly string[] Labels = ["Thành phố ", "Tỉnh ủy ", "Thành ủy ", "Tỉnh "];
    private static readonly string[] LabelsEn = [" Provincial Committee", " City Committee", " Province", " City"];

    /// <summary>Tỉnh ủy Điện Biên → Điện Biên; a name without such a label stays as it is.</summary>
    public static string Of(UnitFacts unit) => Of(unit.Name);

    /// <summary>The same of the unit's name.</summary>
    public static string Of(string name)
    {
        var label = Array.Find(Labels, label => name.StartsWith(label, StringComparison.Ordinal));
        return label is null ? name : name[label.Length..];
    }

    /// <summary>
    /// The province that stands behind a unit's name; null where the name ends with the province's own: Ban Tổ chức Thành ủy Hà
    /// Nội. A ward that is called like its province does not say that it lies in it.
    /// </summary>
    public static string? Behind(string name, string? province) =>
        Array.Exists(Labels, label => name.EndsWith(label + province, StringComparison.OrdinalIgnoreCase)) ? null : province;

    /// <summary>The English name without its label.</summary>
    public static string InEnglish(UnitFacts unit)
    {
        var label = Array.Find(LabelsEn, label => unit.NameEn.EndsWith(label, StringComparison.Ordinal));
        return label is null ? unit.NameEn : unit.NameEn[..^label.Length];
    }
}
