using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Search;

/// <summary>The keys that a document is found by; written with the document, compared with the question's.</summary>
public static class SearchText
{
    /// <summary>Abstract, notation and sender, folded.</summary>
    public static string Folded(string @abstract, string symbolSuffix, string sender) =>
        TextFold.Key($"{@abstract} {symbolSuffix} {sender}");

    /// <summary>The same with marks, by which exact hits rank before folded ones.</summary>
    public static string Marked(string @abstract, string symbolSuffix, string sender) =>
        TextFold.MarkedKey($"{@abstract} {symbolSuffix} {sender}");

    /// <summary>A question as number and notation (<c>05 - NQ/DU</c> is 5 and <c>-nq/du</c>); null when it is no symbol.</summary>
    public static (long Number, string Suffix)? AsSymbol(string question)
    {
        var key = SymbolKey.Of(question);
        var digits = key.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? key.Length : end;
        if (digits is 0 or > NumberDigitsMax || (digits < key.Length && key[digits] is not ('-' or '/')))
            return null;
        return (long.Parse(key.AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture), key[digits..]);
    }

    private const int NumberDigitsMax = 9;
}
