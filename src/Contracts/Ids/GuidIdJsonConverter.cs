using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Ids;

/// <summary>Writes a UUID id as a bare JSON string.</summary>
public sealed class GuidIdJsonConverter<T> : JsonConverter<T>
    where T : struct, IGuidId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
