using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyRealtime.Word;

/// <summary>
/// One node of a text's ProseMirror JSON, as the client's editor and the server's renderer write it. What has another form
/// than expected reads as nothing: the JSON is that of people's clients.
/// </summary>
internal readonly struct TextNode(JsonObject json)
{
    public const string Doc = "doc";
    public const string Paragraph = "paragraph";
    public const string BulletList = "bulletList";
    public const string OrderedList = "orderedList";
    public const string ListItem = "listItem";
    public const string Table = "table";
    public const string TableRow = "tableRow";
    public const string TableHeader = "tableHeader";
    public const string TableCell = "tableCell";
    public const string Text = "text";
    public const string HardBreak = "hardBreak";
    public const string Footnote = "footnote";

    public const string Bold = "bold";
    public const string Italic = "italic";
    public const string Underline = "underline";

    public string Type => Word(json["type"]);

    public IEnumerable<TextNode> Content =>
        (json["content"] as JsonArray)?.OfType<JsonObject>().Select(child => new TextNode(child)) ?? [];

    public bool IsInline => Type is Text or HardBreak or Footnote;

    /// <summary>The letters of a text node.</summary>
    public string Letters => Word(json["text"]);

    /// <summary>The letters of everything inside.</summary>
    public string AllLetters => Type == Text ? Letters : string.Concat(Content.Select(child => child.AllLetters));

    public bool Has(string mark) =>
        (json["marks"] as JsonArray)?.OfType<JsonObject>().Any(one => Word(one["type"]) == mark) ?? false;

    public string Attribute(string name) => Word((json["attrs"] as JsonObject)?[name]);

    /// <summary>A whole number between the bounds; the lowest where there is none.</summary>
    public int Number(string name, int min, int max) =>
        (json["attrs"] as JsonObject)?[name] is JsonValue value
        && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (int)Math.Clamp(number, min, max)
            : min;

    private static string Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var word) ? word : "";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} of {Content.Count()}");
}
