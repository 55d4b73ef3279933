using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>Counts what Word numbers: paragraphs name a list and a level, and the numbering says what is shown.</summary>
internal sealed partial class WordNumbering
{
    private readonly Dictionary<int, NumberLevel[]> kinds = [];
    private readonly Dictionary<int, XElement> lists = [];
    private readonly Dictionary<int, int?[]> reached = [];
    private readonly HashSet<int> begun = [];

    public WordNumbering(XElement? part)
    {
        foreach (var one in part.Children("abstractNum"))
        {
            if (one.Number("abstractNumId") is { } id)
                kinds.TryAdd(id, NumberLevel.AllOf(one));
        }

        foreach (var one in part.Children("num"))
        {
            if (one.Number("numId") is { } id)
                lists.TryAdd(id, one);
        }
    }

    /// <summary>The next number of the list; null for a paragraph that is not numbered, or by nothing.</summary>
    /// <param name="numbering">The paragraph's numPr, or its style's.</param>
    public WordNumber? Next(XElement? numbering)
    {
        var level = Math.Clamp(numbering.Child("ilvl").Number() ?? 0, 0, NumberLevel.LevelsMax - 1);
        if (numbering.Child("numId").Number() is not { } list || !lists.TryGetValue(list, out var one)
            || one.Child("abstractNumId").Number() is not { } kind || !kinds.TryGetValue(kind, out var levels))
            return null;
        var at = Reached(list, kind, one);
        var value = at[level] is { } last and < int.MaxValue ? last + 1 : levels[level].Start;
        at[level] = value;
        Array.Fill(at, null, level + 1, NumberLevel.LevelsMax - level - 1);
        var (format, text, _) = levels[level];
        var label = Place().Replace(text, place => Shown(levels, at, place.Value[1] - '1'));
        return format == "none"
            ? null
            : new WordNumber(list, level, format == "bullet", format == "decimal" && Plain().IsMatch(text), label.Trim(), value);
    }

    /// <summary>Lists of one kind count on together, unless a list begins anew.</summary>
    private int?[] Reached(int list, int kind, XElement one)
    {
        if (!reached.TryGetValue(kind, out var at))
            reached[kind] = at = new int?[NumberLevel.LevelsMax];
        if (!begun.Add(list))
            return at;
        foreach (var changed in one.Children("lvlOverride"))
        {
            if (changed.Number("ilvl") is >= 0 and < NumberLevel.LevelsMax and var level && changed.Child("startOverride").Number() is { } start)
                at[level] = start - 1;
        }

        return at;
    }

    private static string Shown(NumberLevel[] levels, int?[] at, int level)
    {
        var value = at[level] ?? levels[level].Start;
        return levels[level].Format switch
        {
            "upperRoman" => Roman(value),
            "lowerRoman" => Roman(value).ToLowerInvariant(),
            "upperLetter" => Letter(value),
            "lowerLetter" => Letter(value).ToLowerInvariant(),
            "none" or "bullet" => "",
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Larger numbers than people write in roman figures or letters are written in figures.</summary>
    private static string Roman(int number)
    {
        if (number is < 1 or > 399)
            return number.ToString(CultureInfo.InvariantCulture);
        string[] hundreds = ["", "C", "CC", "CCC"];
        string[] tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return hundreds[number / 100] + tens[number / 10 % 10] + ones[number % 10];
    }

    /// <summary>Word's own letters: those of English, doubled after the last one.</summary>
    private static string Letter(int number) => number is < 1 or > 26 * 4
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)('A' + (number - 1) % 26), (number - 1) / 26 + 1);

    [GeneratedRegex("%[1-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^%[1-9][.)]$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
