namespace PartyRealtime.Word;

/// <summary>
/// The ids of the paragraph styles that we write. By them a file that comes back is read as what it was written from; a
/// paragraph of any other style is read by its letters.
/// </summary>
internal static class PaperStyle
{
    public const string Text = "PrText";

    /// <summary>Plain text that a reader would take for a part by its letters.</summary>
    public const string Literal = "PrLiteral";

    public const string Chapter = "PrChapter";
    public const string Article = "PrArticle";
    public const string Clause = "PrClause";
    public const string Point = "PrPoint";
    public const string List = "PrList";

    /// <summary>What follows in an item of a list after its first paragraph.</summary>
    public const string ListMore = "PrListMore";

    public const string Cell = "PrCell";
    public const string HeadCell = "PrHeadCell";
    public const string Footnote = "PrFootnote";
    public const string FootnoteMark = "PrFootnoteMark";

    /// <summary>All that stands around the text begins with this.</summary>
    public const string SheetPrefix = "PrSheet";

    public const string Sheet = "PrSheet";
    public const string SheetType = "PrSheetType";
    public const string SheetAbstract = "PrSheetAbstract";
    public const string SheetPage = "PrSheetPage";
}
