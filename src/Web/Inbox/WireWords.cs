using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Web.Inbox;

/// <summary>The words of an enum as JSON writes them, for query strings: the same words, and nothing else.</summary>
internal static class WireWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    public static string Of(T value) => JsonSerializer.SerializeToElement(value, WireJson.Options).GetString()!;

    public static bool TryParse([NotNullWhen(true)] string? word, out T value)
    {
        value = default;
        return word is not null && Values.TryGetValue(word, out value);
    }
}
