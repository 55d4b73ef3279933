using System.Text;

namespace PartyRealtime.Contracts.Text;

/// <summary>
/// Vietnamese alphabetical order (a ă â b c d đ e ê … y), tones deciding only between words of equal letters, in the
/// order of dictionaries. Independent of the machine's culture data.
/// </summary>
public static class VietnameseOrder
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /// <summary>Compares two texts as a whole: units, titles.</summary>
    public static IComparer<string> Text { get; } = Comparer<string>.Create((x, y) => string.CompareOrdinal(Key(x), Key(y)));

    /// <summary>Compares two names of people by given name (the last word), then by family and middle names.</summary>
    public static IComparer<string> People { get; } =
        Comparer<string>.Create((x, y) => string.CompareOrdinal(Key(GivenNameFirst(x)), Key(GivenNameFirst(y))));

    /// <summary>The name with its last word first: Nguyễn Văn An → An Nguyễn Văn.</summary>
    public static string GivenNameFirst(string name)
    {
        var trimmed = name.Trim();
        var blank = trimmed.LastIndexOf(' ');
        return blank < 0 ? trimmed : $"{trimmed[(blank + 1)..]} {trimmed[..blank].TrimEnd()}";
    }

    /// <summary>A key whose ordinal order is the alphabetical order: all letters, a separator, then all tones.</summary>
    public static string Key(string text)
    {
        var letters = new StringBuilder(text.Length);
        var tones = new StringBuilder();
        foreach (var composed in text.Normalize(NormalizationForm.FormC))
        {
            var (letter, tone) = Split(composed);
            letters.Append(Rank(letter));
            tones.Append((char)('0' + tone));
        }

        return letters.Append('\u0001').Append(tones).ToString();
    }

    /// <summary>ế → (ê, sắc): the letter of the alphabet and the rank of its tone.</summary>
    private static (char Letter, int Tone) Split(char composed)
    {
        var lower = char.ToLowerInvariant(composed);
        if (lower < 0x80)
            return (lower, 0);
        if (lower == 'ð')
            return ('đ', 0);
        var parts = lower.ToString().Normalize(NormalizationForm.FormD);
        var tone = 0;
        var kept = new StringBuilder(parts.Length);
        foreach (var part in parts)
        {
            if (TextFold.IsTone(part))
                tone = TextFold.ToneRank(part);
            else
                kept.Append(part);
        }

        var letter = kept.ToString().Normalize(NormalizationForm.FormC);
        return (letter.Length > 0 ? letter[0] : lower, tone);
    }

    /// <summary>Blanks first, then digits and signs as they are, then the alphabet.</summary>
    private static char Rank(char letter)
    {
        var place = Alphabet.IndexOf(letter, StringComparison.Ordinal);
        return place >= 0 ? (char)(0x2000 + place) : letter;
    }
}
