using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PartyRealtime.WireTests.Live;

/// <summary>What came over the wire as one text, whichever protocol it came by.</summary>
internal static class Shape
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                Write(text, json.EnumerateObject().Select(property => (property.Name, (object?)property.Value)));
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } json:
                text.Append('[');
                foreach (var item in json.EnumerateArray())
                    Write(text, item);
                text.Append(']');
                break;
            case IDictionary map:
                Write(text, map.Keys.Cast<object>().Select(key => ((string)key, map[key])));
                break;
            case IEnumerable items and not string:
                text.Append('[');
                foreach (var item in items)
                    Write(text, item);
                text.Append(']');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(StringBuilder text, IEnumerable<(string Name, object? Value)> properties)
    {
        text.Append('{');
        foreach (var (name, value) in properties)
        {
            text.Append(name).Append(':');
            Write(text, value);
            text.Append(',');
        }

        text.Append('}');
    }
}
