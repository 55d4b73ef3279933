using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>How one level of a numbering is shown.</summary>
/// <param name="Text">With %1 to %9 where numbers of the levels stand.</param>
internal sealed record NumberLevel(string Format, string Text, int Start)
{
    public const int LevelsMax = 9;

    /// <summary>Labels are short; a longer one is no label.</summary>
    private const int TextCharsMax = 60;

    private static readonly NumberLevel Unsaid = new("decimal", "", 1);

    /// <summary>All levels of a numbering, in order.</summary>
    public static NumberLevel[] AllOf(XElement numbering)
    {
        var levels = new NumberLevel[LevelsMax];
        Array.Fill(levels, Unsaid);
        foreach (var level in numbering.Children("lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < LevelsMax and var at)
                levels[at] = Of(level);
        }

        return levels;
    }

    private static NumberLevel Of(XElement level)
    {
        var text = level.Child("lvlText").Value() ?? "";
        return new NumberLevel(
            level.Child("numFmt").Value() ?? "decimal", text.Length <= TextCharsMax ? text : "", level.Child("start").Number() ?? 1);
    }
}
