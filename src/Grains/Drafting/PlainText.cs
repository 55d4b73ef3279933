using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// The letters of a ProseMirror document: a line a paragraph, heading or cell, a part's number before it; footnotes as
/// [1] where they stand and as lines at the end. What is no text is left out.
/// </summary>
internal sealed class PlainText
{
    private const string HardBreak = "hardBreak";
    private const string Footnote = "footnote";

    private readonly StringBuilder text = new();
    private readonly PartNumbers numbers = new();
    private readonly List<string> footnotes = [];

    private PlainText()
    {
    }

    /// <summary>NFC, lines ended by line feeds, without white space at its ends; NUL is left out, no database keeps it.</summary>
    public static string Of(JsonObject document)
    {
        var plain = new PlainText();
        plain.AddBlock(document);
        plain.AddFootnotes();
        return plain.text.ToString().Replace("\0", "", StringComparison.Ordinal).Normalize().Trim();
    }

    private void AddBlock(JsonObject block)
    {
        var number = PartNumbers.Named(TextOf((block["attrs"] as JsonObject)?["part"])) is { } part ? numbers.Next(part) : null;
        if (number is not null)
            text.Append(number).Append(' ');
        var hasLine = number is not null;
        foreach (var child in Children(block))
        {
            if (IsInline(child))
            {
                AddInline(child);
                hasLine = true;
            }
            else
            {
                AddBlock(child);
            }
        }

        if (hasLine)
            text.Append('\n');
    }

    private static bool IsInline(JsonObject node) => TypeOf(node) is "text" or HardBreak or Footnote;

    private void AddInline(JsonObject node)
    {
        switch (TypeOf(node))
        {
            case HardBreak:
                text.Append('\n');
                break;
            case Footnote:
                footnotes.Add(string.Concat(Children(node).Select(child => TextOf(child["text"]))));
                text.Append(CultureInfo.InvariantCulture, $"[{footnotes.Count}]");
                break;
            default:
                text.Append(TextOf(node["text"]));
                break;
        }
    }

    private void AddFootnotes()
    {
        for (var at = 0; at < footnotes.Count; at++)
            text.Append(CultureInfo.InvariantCulture, $"[{at + 1}] {footnotes[at]}\n");
    }

    private static IEnumerable<JsonObject> Children(JsonObject node) => (node["content"] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? TypeOf(JsonObject node) => TextOf(node["type"]);

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var letters) ? letters : null;
}
