using System.Text.Json.Nodes;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// Puts paragraphs that stand on levels into lists inside each other. A list ends where a paragraph stands higher, or
/// names another list.
/// </summary>
internal sealed class ListBuilder(JsonArray blocks)
{
    private readonly List<(int Id, int Level, JsonArray Items)> open = [];

    public bool IsOpen => open.Count > 0;

    /// <param name="list">Which list of the file.</param>
    /// <param name="start">The number of the item, for a list that begins here; null for a list of dashes.</param>
    public void Add(int list, int level, int? start, JsonObject paragraph)
    {
        while (open.Count > 0 && (open[^1].Level > level || (open[^1].Level == level && open[^1].Id != list)))
            open.RemoveAt(open.Count - 1);
        if (open.Count == 0 || open[^1].Level < level)
            open.Add((list, level, Begin(start)));
        open[^1].Items.Add(new JsonObject { ["type"] = TextNode.ListItem, ["content"] = new JsonArray(paragraph) });
    }

    /// <summary>One more paragraph of the item that was last on this level or above it.</summary>
    public void AddMore(int level, JsonObject paragraph)
    {
        while (open.Count > 1 && open[^1].Level > level)
            open.RemoveAt(open.Count - 1);
        ContentOfLast().Add(paragraph);
    }

    /// <summary>What comes next stands in no list.</summary>
    public void End() => open.Clear();

    private JsonArray Begin(int? start)
    {
        var items = new JsonArray();
        var list = new JsonObject { ["type"] = start is null ? TextNode.BulletList : TextNode.OrderedList };
        if (start is { } first)
            list["attrs"] = new JsonObject { ["start"] = first };
        list["content"] = items;
        (open.Count == 0 ? blocks : ContentOfLast()).Add(list);
        return items;
    }

    private JsonArray ContentOfLast() => (JsonArray)open[^1].Items[^1]!["content"]!;
}
