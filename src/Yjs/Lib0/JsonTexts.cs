using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyRealtime.Yjs.Lib0;

/// <summary>JSON that lies in an update as text. It is looked at when it comes, so that reading it later cannot fail.</summary>
internal static class JsonTexts
{
    /// <summary>Arrays and objects inside each other, beyond which a text is refused.</summary>
    public const int DepthMax = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>Is this one JSON value whose keys differ and whose strings are whole? Half a surrogate pair is refused.</summary>
    public static bool IsReadable(ReadOnlySpan<byte> utf8)
    {
        if (utf8.SequenceEqual("null"u8) || utf8.SequenceEqual("true"u8) || utf8.SequenceEqual("{}"u8))
            return true;
        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray(), Strict);
            return StringsAreWhole(utf8);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The value of a text that was found readable.</summary>
    public static JsonNode? Parse(string json) => JsonNode.Parse(json);

    private static bool StringsAreWhole(ReadOnlySpan<byte> utf8)
    {
        // Only an escape can say half a pair: the bytes themselves are well-formed.
        if (utf8.IndexOf((byte)'\\') < 0)
            return true;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DepthMax });
        while (reader.Read())
        {
            // GetString throws for half a pair.
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Encoding.UTF8.GetByteCount(reader.GetString()!) < 0)
                return false;
        }
        return true;
    }
}
