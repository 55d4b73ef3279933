using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>
/// An XML fragment that y-prosemirror keeps a document in (https://github.com/yjs/y-prosemirror), as the JSON of that
/// ProseMirror document: elements are nodes, runs of text are text nodes, attributes of a run are its marks.
/// </summary>
public static partial class ProsemirrorJson
{
    /// <summary>The whole document. Nodes and marks without attributes, and nodes without content, say nothing of them.</summary>
    public static JsonObject Render(YType fragment) => new()
    {
        ["type"] = "doc",
        ["content"] = Children(fragment),
    };

    private static JsonArray Children(YType parent)
    {
        var nodes = new JsonArray();
        foreach (var child in parent.Values())
        {
            if (child.Type is { Kind: TypeKind.XmlText or TypeKind.Text } text)
                AddText(text, nodes);
            else if (child.Type is { Kind: TypeKind.XmlElement } element)
                nodes.Add(Node(element));
        }
        return nodes;
    }

    private static JsonObject Node(YType element)
    {
        var node = new JsonObject { ["type"] = element.Name };
        var attributes = element.Entries();
        if (attributes.Count > 0)
            node["attrs"] = new JsonObject(attributes.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToJson())));
        var children = Children(element);
        if (children.Count > 0)
            node["content"] = children;
        return node;
    }

    private static void AddText(YType text, JsonArray nodes)
    {
        foreach (var run in text.Delta())
        {
            var node = new JsonObject { ["type"] = "text", ["text"] = run.Text ?? run.Embedded?.ToJson() };
            if (run.Attributes.Count > 0)
                node["marks"] = new JsonArray([.. run.Attributes.Select(Mark)]);
            nodes.Add(node);
        }
    }

    private static JsonObject Mark(KeyValuePair<string, JsonNode?> attribute)
    {
        var mark = new JsonObject { ["type"] = OverlapSuffix().Replace(attribute.Key, "") };
        if (attribute.Value is JsonObject { Count: > 0 } fields)
            mark["attrs"] = fields.DeepClone();
        return mark;
    }

    /// <summary>Marks that may lie over each other, such as comments, are told apart by a hash after their name.</summary>
    [GeneratedRegex("--[a-zA-Z0-9+/=]{8}$", RegexOptions.NonBacktracking)]
    private static partial Regex OverlapSuffix();
}
