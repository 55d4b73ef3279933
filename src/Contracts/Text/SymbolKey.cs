using System.Globalization;
using System.Text;

namespace PartyRealtime.Contracts.Text;

/// <summary>Numbers and symbols of documents, compared as people write them (DOMAIN §10.5). The original is kept for print.</summary>
public static class SymbolKey
{
    /// <summary>
    /// One key for <c>05-NQ/ĐU</c>, <c>Số 05 - NQ/DU</c>, <c>5–nq/đu</c> and their NFD forms: no blanks, any dash as a
    /// hyphen, no leading zeros in a number, no marks, lower case.
    /// </summary>
    public static string Of(string symbol)
    {
        var key = new StringBuilder(symbol.Length);
        foreach (var letter in WithoutLabel(TextFold.Key(symbol)))
        {
            if (char.IsWhiteSpace(letter))
                continue;
            var isDash = char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation || letter == '\u2212';
            var plain = isDash ? '-' : letter;
            if (char.IsAsciiDigit(plain) && EndsInLeadingZero(key))
                key.Length--;
            key.Append(plain);
        }

        return key.ToString();
    }

    private static string WithoutLabel(string folded)
    {
        if (!folded.StartsWith("so", StringComparison.Ordinal))
            return folded;
        var rest = folded[2..].TrimStart(' ', ':', '.');
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]) ? rest : folded;
    }

    private static bool EndsInLeadingZero(StringBuilder key) =>
        key.Length > 0 && key[^1] == '0' && (key.Length == 1 || !char.IsAsciiDigit(key[^2]));
}
