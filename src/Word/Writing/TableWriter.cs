using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>A table over the whole width of the text, its columns of one width; what it has in its cells is written by the body's writer.</summary>
internal static class TableWriter
{
    private const uint LineEighths = 4;

    /// <summary>One table, or none where there are no rows.</summary>
    public static IEnumerable<Table> Tables(TextNode node, BodyWriter cells, int widthTwips)
    {
        var places = new CellPlaces(node);
        if (places.Rows.Count == 0)
            yield break;
        var width = widthTwips / places.Columns;
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{width * places.Columns}", Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, places.Columns).Select(_ => new GridColumn { Width = $"{width}" })));
        foreach (var row in places.Rows)
            table.Append(Row(row, cells, width));
        yield return table;
    }

    private static TableRow Row(IReadOnlyList<CellPlace> places, BodyWriter cells, int width)
    {
        var row = new TableRow();
        // The head of a table that goes over a page is printed again on the next one.
        if (places.All(place => place.Cell?.Type == TextNode.TableHeader))
            row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var place in places)
            row.Append(Cell(place, cells, width));
        return row;
    }

    private static TableCell Cell(CellPlace place, BodyWriter cells, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width * place.Span}", Type = TableWidthUnitValues.Dxa });
        if (place.Span > 1)
            properties.Append(new GridSpan { Val = place.Span });
        if (place.Continues)
            properties.Append(new VerticalMerge());
        else if (place.RowsBelow > 0)
            properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
        var cell = new TableCell(properties);
        var style = place.Cell?.Type == TextNode.TableHeader ? PaperStyle.HeadCell : PaperStyle.Cell;
        if (place.Cell is { } node)
            cell.Append(cells.Blocks(node, style));
        // A cell ends with a paragraph, whatever is in it.
        if (cell.LastChild is not Paragraph)
            cell.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style })));
        return cell;
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = LineEighths },
        new LeftBorder { Val = BorderValues.Single, Size = LineEighths },
        new BottomBorder { Val = BorderValues.Single, Size = LineEighths },
        new RightBorder { Val = BorderValues.Single, Size = LineEighths },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = LineEighths },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = LineEighths });
}
