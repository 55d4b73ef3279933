using System.Text.Json;
using MessagePack;
using MessagePack.Formatters;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Web.Live;

/// <summary>
/// Writes a contract in MessagePack with the very names and forms it has in JSON, by way of its JSON document: the two
/// protocols cannot drift apart.
/// </summary>
internal sealed class JsonShapedFormatter<T> : IMessagePackFormatter<T>
{
    public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
        Write(ref writer, JsonSerializer.SerializeToElement(value, WireJson.Options));

    public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        using var json = new StringWriter();
        MessagePackSerializer.ConvertToJson(ref reader, json, options);
        return JsonSerializer.Deserialize<T>(json.ToString(), WireJson.Options)!;
    }

    private static void Write(ref MessagePackWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteMapHeader(element.GetPropertyCount());
                foreach (var property in element.EnumerateObject())
                {
                    writer.Write(property.Name);
                    Write(ref writer, property.Value);
                }

                break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    Write(ref writer, item);
                break;
            case JsonValueKind.String:
                writer.Write(element.GetString());
                break;
            case JsonValueKind.Number when element.TryGetInt64(out var whole):
                writer.Write(whole);
                break;
            case JsonValueKind.Number:
                writer.Write(element.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(element.GetBoolean());
                break;
            default:
                writer.WriteNil();
                break;
        }
    }
}
