using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>The styles of a file, each looked at once; each rests on another one, at most so deep as the limits say.</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, StyleFacts> styles = new(StringComparer.Ordinal);
    private readonly string? standard;

    public StyleSheet(XElement? part)
    {
        foreach (var style in part.Children("style"))
        {
            if (style.Said("styleId") is { } id)
                styles.TryAdd(id, StyleFacts.Of(style));
            if (style.Said("type") == "paragraph" && style.Said("default") is "1" or "true")
                standard ??= style.Said("styleId");
        }
    }

    /// <summary>How the letters of a paragraph look; by the standard style where none is named.</summary>
    public Looks LooksOf(string? style) => LooksOfLetters(style ?? standard);

    /// <summary>How letters look that name a style of their own.</summary>
    public Looks LooksOfLetters(string? style) => Chain(style).Reverse().Aggregate(default(Looks), (looks, one) => looks.With(one.Looks));

    /// <summary>The numbering that paragraphs of this style have; null for none.</summary>
    public XElement? NumberingOf(string? style) => Chain(style ?? standard).Select(one => one.Numbering).FirstOrDefault(one => one is not null);

    public bool IsCentred(string? style) => Chain(style ?? standard).Select(one => one.Align).FirstOrDefault(one => one is not null) == "center";

    /// <summary>Lines of a table of contents.</summary>
    public bool IsContents(string? style) =>
        style is not null && styles.TryGetValue(style, out var one) && one.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<StyleFacts> Chain(string? style)
    {
        for (var depth = 0; depth < WordLimits.NestingMax && style is not null && styles.TryGetValue(style, out var one); depth++)
        {
            yield return one;
            style = one.BasedOn;
        }
    }
}
