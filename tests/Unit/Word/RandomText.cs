using System.Text.Json.Nodes;

namespace PartyRealtime.UnitTests.Word;

/// <summary>Random texts of the schema that drafts have; they follow from the seed.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] Words =
    [
        "Cộng hòa", "Điều 1. ", "Điều 7. giữ", "1. ", "2) hai", "a) ", "Chương I", "ệ ữ đ", " hai  trống ", "😀 𝒳", "<b>&\"'", "kế hoạch\u00a0năm", "\tthụt", "x",
    ];

    private static readonly string?[] Parts = [null, null, "chapter", "article", "clause", "point"];

    private readonly Random random = new(seed);

    public JsonObject Make() => new() { ["type"] = "doc", ["content"] = Blocks(1 + random.Next(12), 0) };

    private JsonArray Blocks(int count, int depth)
    {
        var blocks = new JsonArray();
        for (var at = 0; at < count; at++)
            blocks.Add(Block(depth));
        return blocks;
    }

    private JsonObject Block(int depth) => (depth > 0 ? 3 : random.Next(8)) switch
    {
        0 => List("bulletList", 0),
        1 => List("orderedList", 0),
        2 => Table(),
        _ => Paragraph(depth == 0 ? Parts[random.Next(Parts.Length)] : null),
    };

    private JsonObject Paragraph(string? part)
    {
        var paragraph = new JsonObject { ["type"] = "paragraph" };
        if (part is not null)
            paragraph["attrs"] = new JsonObject { ["part"] = part };
        var line = Line();
        if (line.Count > 0)
            paragraph["content"] = line;
        return paragraph;
    }

    private JsonArray Line()
    {
        var line = new JsonArray();
        string? before = null;
        for (var left = random.Next(5); left > 0; left--)
        {
            var kind = random.Next(6);
            JsonObject node = kind switch
            {
                0 => new() { ["type"] = "hardBreak" },
                1 => new() { ["type"] = "footnote", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = $"Chú thích {Word()}".Trim() }) },
                _ => Letters(),
            };
            // Neighbours that look alike are one node.
            var looks = (kind > 1 ? node["marks"]?.ToJsonString() ?? "plain" : null);
            if (looks is not null && looks == before)
                continue;
            before = looks;
            line.Add(node);
        }

        return line;
    }

    private JsonObject Letters()
    {
        var node = new JsonObject { ["type"] = "text" };
        string[] marks = [.. new[] { "bold", "italic", "underline" }.Where(_ => random.Next(4) == 0)];
        if (marks.Length > 0)
            node["marks"] = new JsonArray([.. marks.Select(mark => new JsonObject { ["type"] = mark })]);
        node["text"] = Word();
        return node;
    }

    private JsonObject List(string type, int level)
    {
        var items = new JsonArray();
        for (var left = 1 + random.Next(3); left > 0; left--)
        {
            var content = new JsonArray(Paragraph(PartInList()));
            if (random.Next(4) == 0)
                content.Add(Paragraph(PartInList()));
            if (level < 2 && random.Next(4) == 0)
                content.Add(List(random.Next(2) == 0 ? "bulletList" : "orderedList", level + 1));
            items.Add(new JsonObject { ["type"] = "listItem", ["content"] = content });
        }

        var list = new JsonObject { ["type"] = type };
        if (type == "orderedList")
            list["attrs"] = new JsonObject { ["start"] = 1 + random.Next(4) };
        list["content"] = items;
        return list;
    }

    private string? PartInList() => random.Next(4) == 0 ? Parts[random.Next(Parts.Length)] : null;

    private JsonObject Table()
    {
        var columns = 1 + random.Next(3);
        var rows = new JsonArray();
        for (int row = 0, count = 1 + random.Next(3); row < count; row++)
        {
            var cells = new JsonArray();
            var type = row == 0 ? "tableHeader" : "tableCell";
            for (var left = columns; left > 0;)
            {
                var span = 1 + random.Next(left);
                cells.Add(Cell(type, span));
                left -= span;
            }

            rows.Add(new JsonObject { ["type"] = "tableRow", ["content"] = cells });
        }

        return new JsonObject { ["type"] = "table", ["content"] = rows };
    }

    private JsonObject Cell(string type, int columns) => new()
    {
        ["type"] = type,
        ["attrs"] = new JsonObject { ["colspan"] = columns, ["rowspan"] = 1 },
        ["content"] = Blocks(1 + random.Next(2), 1),
    };

    private string Word() => Words[random.Next(Words.Length)];
}
