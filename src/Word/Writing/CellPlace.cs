namespace PartyRealtime.Word.Writing;

/// <summary>A cell in the grid of its table, or the place that one takes in a row below its own, or one that the table leaves empty.</summary>
/// <param name="Column">The first column, from 0.</param>
/// <param name="Span">Columns.</param>
/// <param name="Cell">Null where the place holds no cell of its own.</param>
/// <param name="RowsBelow">The rows below this one that it goes on through.</param>
/// <param name="Continues">A cell of a row above takes this place.</param>
internal sealed record CellPlace(int Column, int Span, TextNode? Cell, int RowsBelow, bool Continues);
