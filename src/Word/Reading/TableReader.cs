using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>Tables: Word says in each row below that a cell goes on, the JSON says once how many rows it spans.</summary>
internal static class TableReader
{
    private const int SpanMax = 63;

    /// <summary>Null for a table without rows.</summary>
    public static JsonObject? Read(XElement table, ReadingContext context, int depth)
    {
        var rows = new JsonArray();
        var above = new Dictionary<int, JsonObject>();
        foreach (var row in Rows(table, 0))
        {
            if (context.Tally.IsTooLarge)
                return null;
            rows.Add(Row(row, above, context, depth));
        }

        return rows.Count == 0 ? null : new JsonObject { ["type"] = TextNode.Table, ["content"] = rows };
    }

    /// <summary>Rows may be wrapped as blocks may.</summary>
    private static IEnumerable<XElement> Rows(XElement parent, int nesting) => parent.Elements().SelectMany(element => element.Name.LocalName switch
    {
        "tr" => [element],
        "sdt" or "sdtContent" or "customXml" or "ins" when nesting < WordLimits.NestingMax => Rows(element, nesting + 1),
        _ => Enumerable.Empty<XElement>(),
    });

    /// <param name="above">The cell that each column belongs to, by the rows before.</param>
    private static JsonObject Row(XElement row, Dictionary<int, JsonObject> above, ReadingContext context, int depth)
    {
        context.Tally.Count(0, 1);
        var cells = new JsonArray();
        var isHead = row.Child("trPr").Switch("tblHeader") == true;
        var column = Math.Clamp(row.Child("trPr").Child("gridBefore").Number() ?? 0, 0, SpanMax);
        foreach (var cell in Cells(row, 0))
        {
            context.Tally.Count(0, 1);
            var properties = cell.Child("tcPr");
            var span = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, SpanMax);
            if (properties.Child("vMerge") is { } merge && merge.Value() != "restart" && above.TryGetValue(column, out var begun))
            {
                var said = begun["attrs"]!;
                said["rowspan"] = (int)said["rowspan"]! + 1;
            }
            else
            {
                cells.Add(above[column] = Cell(cell, span, isHead, context, depth));
            }

            column += span;
        }

        return new JsonObject { ["type"] = TextNode.TableRow, ["content"] = cells };
    }

    private static IEnumerable<XElement> Cells(XElement parent, int nesting) => parent.Elements().SelectMany(element => element.Name.LocalName switch
    {
        "tc" => [element],
        "sdt" or "sdtContent" or "customXml" when nesting < WordLimits.NestingMax => Cells(element, nesting + 1),
        _ => Enumerable.Empty<XElement>(),
    });

    private static JsonObject Cell(XElement cell, int span, bool isHead, ReadingContext context, int depth)
    {
        var blocks = new BlockReader(context, depth);
        foreach (var element in cell.Elements().TakeWhile(_ => !context.Tally.IsTooLarge))
            blocks.Read(element);
        var style = cell.Child("p").Child("pPr").Child("pStyle").Value();
        return new JsonObject
        {
            ["type"] = style == PaperStyle.HeadCell || (isHead && style != PaperStyle.Cell) ? TextNode.TableHeader : TextNode.TableCell,
            ["attrs"] = new JsonObject { ["colspan"] = span, ["rowspan"] = 1 },
            ["content"] = blocks.Blocks(),
        };
    }
}
