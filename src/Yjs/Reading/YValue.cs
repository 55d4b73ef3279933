using System.Text.Json.Nodes;

namespace PartyRealtime.Yjs.Reading;

/// <summary>A value of an array, of a map or of an attribute: a shared type, or what JSON can say.</summary>
/// <param name="Type">Null for plain values.</param>
/// <param name="Json">Undefined and null are both null; bytes are base64 text.</param>
public readonly record struct YValue(YType? Type, JsonNode? Json)
{
    /// <summary>The value with everything inside it as JSON, as Yjs' own toJSON gives it.</summary>
    public JsonNode? ToJson() => Type is { } type ? type.ToJson() : Json?.DeepClone();
}
