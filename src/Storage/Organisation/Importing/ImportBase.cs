using System.Globalization;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>The highest ids before an import: what it adds is numbered from there, also when it is taken up again.</summary>
internal sealed record ImportBase(int Units, int Officials, int Seats)
{
    /// <summary>As part of a load's fingerprint.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Units}/{Officials}/{Seats}");

    public static ImportBase? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var units)
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var officials)
            && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var seats)
                ? new ImportBase(units, officials, seats)
                : null;
    }
}
