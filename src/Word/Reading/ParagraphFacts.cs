using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>A paragraph of a file before it is known what it becomes.</summary>
/// <param name="Style">The id of its style; empty for the standard one.</param>
/// <param name="Line">What stands in it.</param>
/// <param name="Number">What Word puts before it.</param>
/// <param name="IsCentred">By itself or by its style.</param>
/// <param name="Indent">How far it stands in, in twentieths of a point.</param>
internal sealed record ParagraphFacts(string Style, LineContent Line, WordNumber? Number, bool IsCentred, int Indent)
{
    /// <summary>One of the styles that we write.</summary>
    public bool IsOurs => Style.StartsWith("Pr", StringComparison.Ordinal) && Style.Length > 2 && char.IsAsciiLetterUpper(Style[2]);

    /// <summary>Centred, bold, or all in capitals: how headings are set.</summary>
    public bool LooksLikeHeading
    {
        get
        {
            var letters = Line.Letters;
            return IsCentred || Line.IsBold || (letters.Any(char.IsLetter) && !letters.Any(char.IsLower));
        }
    }

    public static ParagraphFacts Of(XElement paragraph, StyleSheet styles, WordNumbering numbering, LineReader lines)
    {
        var properties = paragraph.Child("pPr");
        var style = properties.Child("pStyle").Value();
        var facts = new ParagraphFacts(
            style ?? "",
            new LineContent(),
            numbering.Next(properties.Child("numPr") ?? styles.NumberingOf(style)),
            (properties.Child("jc").Value() ?? (styles.IsCentred(style) ? "center" : "")) == "center",
            (properties.Child("ind").Number("left") ?? properties.Child("ind").Number("start")) ?? 0);
        // What our own styles look like is shown by the part or the head cell that they stand for.
        return facts with { Line = lines.Read(paragraph, facts.IsOurs ? default : styles.LooksOf(style)) };
    }
}
