using System.Globalization;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>Names one version of a draft for ever: one that was submitted by its body's version, one that was named by the document's position.</summary>
/// <param name="IsNamed">Somebody named it; it never became a body.</param>
/// <param name="Number">The body's version, or the position of the document at which the name was given.</param>
[GenerateSerializer, Immutable, Alias("version-key")]
public readonly record struct VersionKey([property: Id(0)] bool IsNamed, [property: Id(1)] long Number)
{
    private const char NamedSign = 'n';

    /// <summary>As in addresses: "2" was submitted, "n14" was named.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsNamed ? NamedSign.ToString() : "")}{Number}");

    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static VersionKey? Parse(string text)
    {
        var isNamed = text.StartsWith(NamedSign);
        return long.TryParse(text.AsSpan(isNamed ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new VersionKey(isNamed, number)
            : null;
    }
}
