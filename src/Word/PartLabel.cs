using System.Globalization;
using System.Text.RegularExpressions;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Word;

/// <summary>The label of a part as people type it at the beginning of a paragraph: Chương II, Điều 12., 3., đ).</summary>
/// <param name="Part">What it makes of the paragraph.</param>
/// <param name="Number">Its number or letter, as it is typed.</param>
/// <param name="Length">The letters of the label, without the white space behind it.</param>
internal sealed partial record PartLabel(TextPart Part, string Number, int Length)
{
    /// <summary>The label that these letters (NFC) begin with; null where they begin with none.</summary>
    public static PartLabel? Of(string letters)
    {
        var found = Label().Match(letters);
        if (!found.Success)
            return null;
        var kind = found.Groups.Cast<Group>().First(group => group.Success && PartNumbers.Named(group.Name) is not null);
        return new PartLabel(PartNumbers.Named(kind.Name)!.Value, kind.Value, found.Groups["label"].Length);
    }

    /// <summary>
    /// Whether our counting gives this very number. A paragraph is made a part only then: another number would be
    /// printed than the one that the author wrote and that other texts refer to.
    /// </summary>
    public bool IsNumber(int number)
    {
        if (int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var typed))
            return typed == number;
        return PartNumbers.Label(Part, number) == (Part == TextPart.Chapter ? $"Chương {Number}" : $"{Number})");
    }

    [GeneratedRegex(
        @"^(?:(?<label>\s*(?:Chương|CHƯƠNG)\s+(?<chapter>[IVXLC]+|[0-9]{1,3})[.:]?)(?:\s|$)"
        + @"|(?<label>\s*(?:Điều|ĐIỀU)\s+(?<article>[0-9]{1,4})\s*[.:])"
        + @"|(?<label>\s*(?<clause>[0-9]{1,3})\.)(?:\s|$)"
        + @"|(?<label>\s*(?<point>[a-zđ]{1,2})\)))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
