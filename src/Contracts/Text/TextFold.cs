using System.Globalization;
using System.Text;

namespace PartyRealtime.Contracts.Text;

/// <summary>
/// The one folding of Vietnamese text for search and for ranking hits (DOMAIN §10). Stored text is never changed by it.
/// </summary>
public static class TextFold
{
    private const char ToneGrave = '\u0300';
    private const char ToneAcute = '\u0301';
    private const char ToneTilde = '\u0303';
    private const char ToneHook = '\u0309';
    private const char ToneDot = '\u0323';

    /// <summary>What enters the system is stored in this form: NFC, without white space at its ends.</summary>
    public static string Clean(string text) => text.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>
    /// The search key: lower case, without marks, đ Đ and Ð (Eth) as d, white space collapsed to single blanks, and y as
    /// i where the two spell one sound (lý = lí, Quỳnh = Quình). Equal for NFC and NFD, and for both tone placements.
    /// Folding a key gives the key.
    /// </summary>
    public static string Key(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (!char.IsWhiteSpace(letter))
                folded.Append(PlainD(char.ToLowerInvariant(letter)));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        JoinIAndY(folded);
        return folded.ToString();
    }

    /// <summary>
    /// The key that keeps the marks, for ranking exact hits before folded ones: lower case NFC with each word's tone at
    /// the word's end, so that hoà = hòa while dương ≠ duong.
    /// </summary>
    public static string MarkedKey(string text)
    {
        var key = new StringBuilder(text.Length);
        var tone = '\0';
        foreach (var letter in text.Trim().Normalize(NormalizationForm.FormD))
        {
            if (IsTone(letter))
            {
                tone = letter;
                continue;
            }

            if (char.IsWhiteSpace(letter))
                EndWord(key, ref tone);
            key.Append(StrokedD(char.ToLowerInvariant(letter)));
        }

        EndWord(key, ref tone);
        return key.ToString().Normalize(NormalizationForm.FormC);
    }

    internal static bool IsTone(char letter) =>
        letter is ToneGrave or ToneAcute or ToneTilde or ToneHook or ToneDot;

    /// <summary>ngang, huyền, hỏi, ngã, sắc, nặng: the order of tones in dictionaries.</summary>
    internal static int ToneRank(char tone) => tone switch
    {
        ToneGrave => 1,
        ToneHook => 2,
        ToneTilde => 3,
        ToneAcute => 4,
        ToneDot => 5,
        _ => 0,
    };

    private static void EndWord(StringBuilder key, ref char tone)
    {
        if (tone != '\0')
            key.Append((char)('0' + ToneRank(tone)));
        tone = '\0';
    }

    /// <summary>Lower case of Ð (Eth) is ð: typed by people whose keyboard lacks Đ.</summary>
    private static char PlainD(char lower) => lower is 'đ' or 'ð' ? 'd' : lower;

    private static char StrokedD(char lower) => lower == 'ð' ? 'đ' : lower;

    /// <summary>
    /// y is i where it is the only vowel of a syllable after one consonant or none (y, ký, lý, mỹ, sỹ, tỷ) and after qu.
    /// Elsewhere they are different words (tay, tai; thuý, thúi).
    /// </summary>
    private static void JoinIAndY(StringBuilder folded)
    {
        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                end++;
            var length = end - start;
            if (length is 1 or 2 && folded[end - 1] == 'y' && (length == 1 || !IsVowel(folded[start])))
                folded[end - 1] = 'i';
            else if (length >= 3 && folded[start] == 'q' && folded[start + 1] == 'u' && folded[start + 2] == 'y')
                folded[start + 2] = 'i';
            start = end + 1;
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
