using System.Text.Json;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Web.Requests;

/// <summary>
/// Reads a secrecy as every other word of a list, and top secret as itself: no value stands for it here, and its sender is
/// told why and not that the word is unknown.
/// </summary>
internal sealed class SecrecyJsonConverter : JsonConverter<Secrecy>
{
    private const string TopSecret = "topSecret";

    private static readonly JsonStringEnumConverter<Secrecy> Words = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private readonly JsonConverter<Secrecy> _others = (JsonConverter<Secrecy>)Words.CreateConverter(typeof(Secrecy), JsonSerializerOptions.Default);

    /// <exception cref="TopSecretException">The word is top secret, in any letter case.</exception>
    public override Secrecy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && string.Equals(reader.GetString(), TopSecret, StringComparison.OrdinalIgnoreCase))
            throw new TopSecretException();
        return _others.Read(ref reader, typeToConvert, options);
    }

    public override void Write(Utf8JsonWriter writer, Secrecy value, JsonSerializerOptions options) => _others.Write(writer, value, options);
}
