using System.Buffers;
using System.Collections.Immutable;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Contracts.Search;

/// <summary>
/// What a document is found by: the words of its folded key, whole ones. A question's last word may be the beginning of one,
/// because it may still be being typed. Syllables are words in Vietnamese, so that a part of one (an, in toàn) is another word.
/// </summary>
public static class SearchWords
{
    /// <summary>What stands between words in a folded key; the same as in the database's own words (<c>pr_words</c>).</summary>
    public const string Separators = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§°·×«»‹›‐‑‒–—―−‘’‚“”„′″•…";

    private static readonly SearchValues<char> Parting = SearchValues.Create(Separators);

    /// <summary>A longer run is known by its beginning.</summary>
    public const int CharsMax = 64;

    /// <summary>The words of a question, folded, each once; none when it has neither a letter nor a digit.</summary>
    public static ImmutableArray<string> Of(string question)
    {
        var words = Split(TextFold.Key(question)).ToArray();
        // The last one stays last: it is the one that may be a beginning.
        return words is [] ? [] : [.. words.SkipLast(1).Where(word => word != words[^1]).Distinct(StringComparer.Ordinal), words[^1]];
    }

    /// <summary>Whether a document with this key has them all, the last one at least as the beginning of a word.</summary>
    public static bool AreIn(ReadOnlySpan<char> key, ReadOnlySpan<string> words)
    {
        foreach (var word in words[..^1])
        {
            if (!IsIn(key, word, begun: word.Length == CharsMax))
                return false;
        }

        return IsIn(key, words[^1], begun: true);
    }

    /// <param name="key">A document's.</param>
    /// <param name="word">What is looked for.</param>
    /// <param name="begun">Whether a word that begins so is enough.</param>
    private static bool IsIn(ReadOnlySpan<char> key, ReadOnlySpan<char> word, bool begun)
    {
        for (var from = 0; key[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
        {
            var (start, end) = (from + at, from + at + word.Length);
            if (IsBetween(key, start - 1) && (begun || IsBetween(key, end)))
                return true;
        }

        return false;
    }

    private static bool IsBetween(ReadOnlySpan<char> key, int at) => at < 0 || at == key.Length || Parting.Contains(key[at]);

    private static IEnumerable<string> Split(string key) =>
        key.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > CharsMax ? word[..CharsMax] : word);
}
