using System.Text.Json.Nodes;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>Shared types as JSON. A key whose value is undefined is left out, as JSON.stringify does.</summary>
internal static class JsonReader
{
    public static JsonNode? Read(YType type) => type.Kind switch
    {
        TypeKind.Array => new JsonArray([.. type.Values().Select(value => value.ToJson())]),
        TypeKind.Map or TypeKind.XmlHook => Fields(type),
        TypeKind.Text => JsonValue.Create(type.Text()),
        TypeKind.XmlElement or TypeKind.XmlFragment or TypeKind.XmlText => JsonValue.Create(type.ToXml()),
        _ => new JsonObject(),
    };

    private static JsonObject Fields(YType type)
    {
        var fields = new JsonObject();
        foreach (var (key, value) in type.Entries())
        {
            if (!ContentReader.IsUndefined(type.Source.Entry(key)!.Content))
                fields[key] = value.ToJson();
        }
        return fields;
    }
}
