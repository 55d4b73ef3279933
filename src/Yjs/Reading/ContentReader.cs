using System.Text.Json.Nodes;
using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Reading;

/// <summary>Content as values.</summary>
internal static class ContentReader
{
    public static void AddValues(Content content, List<YValue> values)
    {
        switch (content)
        {
            case AnyContent any:
                foreach (var raw in any.Values)
                    values.Add(new YValue(null, AnyValues.ToJson(raw)));
                break;
            case JsonContent json:
                foreach (var text in json.Values)
                    values.Add(new YValue(null, Parse(text)));
                break;
            case TextContent letters:
                foreach (var letter in letters.Text)
                    values.Add(new YValue(null, letter.ToString()));
                break;
            default:
                values.Add(Single(content));
                break;
        }
    }

    /// <summary>What counts under a key: of several values the last.</summary>
    public static YValue LastValue(Content content) => content switch
    {
        AnyContent any => new YValue(null, AnyValues.ToJson(any.Values[^1])),
        JsonContent json => new YValue(null, Parse(json.Values[^1])),
        TextContent letters => new YValue(null, letters.Text[^1].ToString()),
        _ => Single(content),
    };

    /// <summary>Is what counts under a key the undefined of JavaScript?</summary>
    public static bool IsUndefined(Content content) => content switch
    {
        AnyContent any => any.Values[^1][0] == AnyTag.Undefined,
        JsonContent json => json.Values[^1] == JsonContent.Undefined,
        _ => false,
    };

    public static YValue Single(Content content) => content switch
    {
        TypeContent held => new YValue(new YType(held.Type), null),
        EmbedContent embed => new YValue(null, JsonTexts.Parse(embed.Json)),
        BytesContent bytes => new YValue(null, Convert.ToBase64String(bytes.Bytes)),
        SubdocumentContent subdocument => new YValue(null, new JsonObject { ["guid"] = subdocument.Guid }),
        _ => default,
    };

    private static JsonNode? Parse(string text) => text == JsonContent.Undefined ? null : JsonTexts.Parse(text);
}
