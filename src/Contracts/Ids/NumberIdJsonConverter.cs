using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Ids;

/// <summary>Writes a number id as a bare JSON number.</summary>
public sealed class NumberIdJsonConverter<T> : JsonConverter<T>
    where T : struct, INumberId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
