namespace PartyRealtime.Word.Writing;

/// <summary>
/// The cells of a table at their places in a grid. The JSON names a cell once, with how many rows and columns it spans;
/// Word wants the rows below it to say that they go on with it, and every row to have all columns.
/// </summary>
internal sealed class CellPlaces
{
    /// <summary>Word's own bound.</summary>
    private const int ColumnsMax = 63;

    private readonly List<List<CellPlace>> rows = [];

    public CellPlaces(TextNode table)
    {
        var open = new List<CellPlace>();
        foreach (var row in table.Content.Where(node => node.Type == TextNode.TableRow))
            rows.Add(Row(row, open));
        Columns = Math.Max(1, rows.Select(row => row.Select(place => place.Column + place.Span).DefaultIfEmpty().Max()).DefaultIfEmpty().Max());
        foreach (var row in rows)
            FillUp(row);
    }

    public int Columns { get; }

    /// <summary>The rows from the top; the places of each from the left, without a gap.</summary>
    public IReadOnlyList<IReadOnlyList<CellPlace>> Rows => rows;

    /// <summary>One row; what spans on from the rows above takes its places first.</summary>
    private static List<CellPlace> Row(TextNode row, List<CellPlace> open)
    {
        var places = open.Where(place => place.RowsBelow > 0)
            .Select(place => place with { Cell = null, Continues = true, RowsBelow = place.RowsBelow - 1 })
            .ToList();
        var column = 0;
        foreach (var cell in row.Content.Where(node => node.Type is TextNode.TableCell or TextNode.TableHeader))
        {
            while (places.Find(place => place.Column <= column && column < place.Column + place.Span) is { } taken)
                column = taken.Column + taken.Span;
            if (column >= ColumnsMax)
                break;
            var free = places.Where(place => place.Column > column).Select(place => place.Column).Append(ColumnsMax).Min() - column;
            var span = Math.Min(cell.Number("colspan", 1, ColumnsMax), free);
            places.Add(new CellPlace(column, span, cell, cell.Number("rowspan", 1, 1_000) - 1, Continues: false));
            column += span;
        }

        open.Clear();
        open.AddRange(places);
        places.Sort((one, other) => one.Column.CompareTo(other.Column));
        return places;
    }

    private void FillUp(List<CellPlace> row)
    {
        for (var column = 0; column < Columns;)
        {
            var here = row.Find(place => place.Column == column);
            if (here is null)
            {
                var next = row.Where(place => place.Column > column).Select(place => place.Column).Append(Columns).Min();
                here = new CellPlace(column, next - column, null, 0, Continues: false);
                row.Add(here);
            }

            column += here.Span;
        }

        row.Sort((one, other) => one.Column.CompareTo(other.Column));
    }
}
