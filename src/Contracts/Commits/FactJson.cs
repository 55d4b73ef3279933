using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Commits;

/// <summary>How facts become stored JSON: camelCase, enums by name, no CLR type names, marks kept readable.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The fact as the commit carries it.</summary>
    public static Fact Of<T>(T fact)
        where T : IFact => new(T.Kind, JsonSerializer.Serialize(fact, Options));

    /// <summary>Reads a stored payload back. The kind decides T; a payload of another kind is a bug.</summary>
    public static T Read<T>(string payload)
        where T : IFact =>
        JsonSerializer.Deserialize<T>(payload, Options)
        ?? throw new JsonException($"The payload of {T.Kind} is null.");
}
