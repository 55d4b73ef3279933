using System.Text;
using System.Text.Json.Nodes;

namespace PartyRealtime.Grains.Drafting;

/// <summary>The letters of a ProseMirror document: a line a paragraph, heading or cell; what is no text is left out.</summary>
internal static class PlainText
{
    private const string HardBreak = "hardBreak";

    /// <summary>NFC, lines ended by line feeds, without white space at its ends; NUL is left out, no database keeps it.</summary>
    public static string Of(JsonObject document)
    {
        var text = new StringBuilder();
        AddBlock(document, text);
        return text.ToString().Replace("\0", "", StringComparison.Ordinal).Normalize().Trim();
    }

    private static void AddBlock(JsonObject block, StringBuilder text)
    {
        if (block["content"] is not JsonArray children)
            return;
        var hasLine = false;
        foreach (var child in children.OfType<JsonObject>())
        {
            if (IsInline(child))
            {
                AddInline(child, text);
                hasLine = true;
            }
            else
            {
                AddBlock(child, text);
            }
        }

        if (hasLine)
            text.Append('\n');
    }

    private static bool IsInline(JsonObject node) => TypeOf(node) is "text" or HardBreak;

    private static void AddInline(JsonObject node, StringBuilder text)
    {
        if (TypeOf(node) == HardBreak)
            text.Append('\n');
        else if (node["text"] is JsonValue value && value.TryGetValue<string>(out var letters))
            text.Append(letters);
    }

    private static string? TypeOf(JsonObject node) =>
        node["type"] is JsonValue value && value.TryGetValue<string>(out var type) ? type : null;
}
