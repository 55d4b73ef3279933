using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Wire;

/// <summary>
/// Instants as <c>2026-11-23T07:06:00.123Z</c>: always UTC, always three decimals, so that texts sort as instants do.
/// </summary>
public sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[24];
        value.UtcDateTime.TryFormat(text, out var length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}
