using System.Text.Json.Nodes;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.YjsTests.Differential;

/// <summary>Our document in the form of oracle/src/dump.js: everything a reader can see, and what is known and deleted.</summary>
internal static class DocumentDump
{
    public static JsonObject Of(YDocument document) => new()
    {
        ["state"] = new JsonArray([.. document.StateVector().OrderBy(client => client.Key).Select(client => new JsonArray(client.Key, client.Value))]),
        ["deleted"] = new JsonArray([.. document.Deletions().OrderBy(client => client.Key)
            .Select(client => new JsonArray(client.Key, new JsonArray([.. client.Value.Select(Range)])))]),
        ["content"] = Content(document),
    };

    private static JsonArray Range(ClockRange range) => [range.Clock, range.Length];

    private static JsonObject Content(YDocument document)
    {
        var xml = document.Root("xml", TypeKind.XmlFragment);
        var text = document.Root("text", TypeKind.Text);
        var map = document.Root("map", TypeKind.Map);
        var array = document.Root("array", TypeKind.Array);
        return new JsonObject
        {
            ["xml"] = Type(xml),
            ["text"] = Type(text),
            ["map"] = Type(map),
            ["array"] = Type(array),
            ["xmlText"] = xml.ToXml(),
            ["json"] = new JsonObject { ["map"] = map.ToJson(), ["array"] = array.ToJson(), ["text"] = text.ToJson() },
        };
    }

    private static JsonObject Type(YType type) => type.Kind switch
    {
        TypeKind.XmlText => Text("xmlText", type),
        TypeKind.Text => Text("text", type),
        TypeKind.XmlElement => new() { ["kind"] = "element", ["name"] = type.Name, ["attributes"] = Entries(type), ["children"] = Values(type) },
        TypeKind.XmlFragment => new() { ["kind"] = "fragment", ["children"] = Values(type) },
        TypeKind.Map => new() { ["kind"] = "map", ["entries"] = Entries(type) },
        _ => new() { ["kind"] = "array", ["values"] = Values(type) },
    };

    private static JsonObject Text(string kind, YType type) => new()
    {
        ["kind"] = kind,
        ["attributes"] = Entries(type),
        ["delta"] = new JsonArray([.. type.Delta().Select(Run)]),
    };

    private static JsonArray Run(DeltaRun run) =>
    [
        run.Text is { } text ? new JsonObject { ["text"] = text } : new JsonObject { ["embed"] = Value(run.Embedded!.Value) },
        new JsonArray([.. run.Attributes.Select(attribute => new JsonArray(attribute.Key, attribute.Value?.DeepClone()))]),
    ];

    private static JsonObject Entries(YType type) =>
        new(type.Entries().Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value))));

    private static JsonArray Values(YType type) => new([.. type.Values().Select(Value)]);

    private static JsonNode? Value(YValue value) => value.Type is { } type ? Type(type) : value.Json?.DeepClone();
}
