using System.Text.Json.Nodes;

namespace PartyRealtime.Web.Documents;

/// <summary>A body that one person typed into a field.</summary>
internal static class PlainBody
{
    /// <summary>The same as a text: a paragraph for each line that is not empty, as the page shows it.</summary>
    public static JsonObject ToText(string body)
    {
        var paragraphs = body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new JsonObject
            {
                ["type"] = "paragraph",
                ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = line }),
            });
        return new JsonObject { ["type"] = "doc", ["content"] = new JsonArray([.. paragraphs]) };
    }
}
