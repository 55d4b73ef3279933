using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>XML types as text, in the form of Yjs' toString.</summary>
internal static class XmlReader
{
    public static string Read(YType type)
    {
        var text = new StringBuilder();
        Write(type, text);
        return text.ToString();
    }

    private static void Write(YType type, StringBuilder text)
    {
        switch (type.Kind)
        {
            case TypeKind.XmlElement:
                WriteElement(type, text);
                break;
            case TypeKind.XmlText:
                foreach (var run in type.Delta())
                    WriteRun(run, text);
                break;
            case TypeKind.Text:
                text.Append(type.Text());
                break;
            case TypeKind.XmlFragment:
                WriteChildren(type, text);
                break;
            default:
                text.Append("[object Object]");
                break;
        }
    }

    private static void WriteElement(YType element, StringBuilder text)
    {
        // HTML's tags know no case; Yjs writes them small.
        var tag = element.Name!.ToLowerInvariant();
        text.Append('<').Append(tag);
        foreach (var (name, value) in element.Entries())
            text.Append(' ').Append(name).Append("=\"").Append(Plain(value)).Append('"');
        text.Append('>');
        WriteChildren(element, text);
        text.Append("</").Append(tag).Append('>');
    }

    private static void WriteChildren(YType type, StringBuilder text)
    {
        foreach (var child in type.Values())
            WriteValue(child, text);
    }

    /// <summary>Each attribute of a run is a tag around it, with the fields of its value as attributes.</summary>
    private static void WriteRun(DeltaRun run, StringBuilder text)
    {
        var tags = run.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).ToList();
        foreach (var (tag, value) in tags)
        {
            text.Append('<').Append(tag);
            foreach (var (name, field) in Fields(value).OrderBy(field => field.Key, StringComparer.Ordinal))
                text.Append(' ').Append(name).Append("=\"").Append(Plain(new YValue(null, field))).Append('"');
            text.Append('>');
        }
        if (run.Text is not null)
            text.Append(run.Text);
        else
            WriteValue(run.Embedded ?? default, text);
        for (var index = tags.Count - 1; index >= 0; index--)
            text.Append("</").Append(tags[index].Key).Append('>');
    }

    /// <summary>What JavaScript's for-in goes over: of texts and arrays the places.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(JsonNode? value) => value switch
    {
        JsonObject fields => fields,
        JsonArray items => items.Select((item, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), item)),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text.Select((unit, index) =>
            KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(unit.ToString()))),
        _ => [],
    };

    private static void WriteValue(YValue value, StringBuilder text)
    {
        if (value.Type is { } type)
            Write(type, text);
        else
            text.Append(Plain(value));
    }

    /// <summary>A value as JavaScript puts it into a text.</summary>
    private static string Plain(YValue value) => value.Json switch
    {
        null => value.Type is { } type ? Read(type) : "null",
        JsonObject => "[object Object]",
        JsonArray items => string.Join(',', items.Select(item => item is null ? "" : Plain(new YValue(null, item)))),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        var scalar => scalar.ToJsonString(),
    };
}
