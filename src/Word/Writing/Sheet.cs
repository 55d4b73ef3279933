using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>The pieces that the head and the foot of a sheet are put together from.</summary>
internal static class Sheet
{
    /// <summary>Between two columns.</summary>
    private const int GapTwips = 142;

    /// <summary>One centred or left line.</summary>
    public static Paragraph Line(string letters, RunProperties? looks = null, string style = PaperStyle.Sheet, bool isLeft = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (isLeft)
            properties.Append(new Justification { Val = JustificationValues.Left });
        return new Paragraph(properties, Inline.Letters(letters, looks));
    }

    /// <summary>A left line that begins so far from the margin; what follows of it begins there too.</summary>
    public static Paragraph Indented(int leftTwips, string letters, RunProperties? looks = null) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = PaperStyle.Sheet },
            new Indentation { Left = $"{leftTwips}", FirstLine = "0" },
            new Justification { Val = JustificationValues.Left }),
        Inline.Letters(letters, looks));

    /// <summary>A drawn line, as long as its column without this share on either side.</summary>
    public static Paragraph Rule(int column, double sideShare)
    {
        var side = $"{(int)(column * sideShare)}";
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = PaperStyle.Sheet },
                new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
                new SpacingBetweenLines { Before = "40", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact },
                new Indentation { Left = side, Right = side, FirstLine = "0" }));
    }

    /// <summary>A word in a frame, as it is stamped.</summary>
    public static Paragraph Stamp(int column, string letters)
    {
        var side = $"{column / 4}";
        return new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = PaperStyle.Sheet },
                new ParagraphBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8, Space = 1 },
                    new LeftBorder { Val = BorderValues.Single, Size = 8, Space = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 1 },
                    new RightBorder { Val = BorderValues.Single, Size = 8, Space = 4 }),
                new SpacingBetweenLines { Before = "80", After = "0" },
                new Indentation { Left = side, Right = side, FirstLine = "0" }),
            Inline.Letters(Capitals(letters), Looks(bold: true)));
    }

    public static RunProperties Looks(bool bold = false, bool italic = false, bool underline = false, int size = 0)
    {
        var looks = new RunProperties();
        if (bold)
            looks.Append(new Bold());
        if (italic)
            looks.Append(new Italic());
        if (size > 0)
            looks.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        if (underline)
            looks.Append(new Underline { Val = UnderlineValues.Single });
        return looks;
    }

    /// <summary>Two columns without borders, which stay together on a page, and begin and end with the text.</summary>
    public static Table Columns(int leftWidth, IEnumerable<Paragraph> left, int rightWidth, IEnumerable<Paragraph> right) => new(
        new TableProperties(
            new TableWidth { Width = $"{leftWidth + rightWidth}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(new GridColumn { Width = $"{leftWidth}" }, new GridColumn { Width = $"{rightWidth}" }),
        new TableRow(new TableRowProperties(new CantSplit()), Cell(leftWidth, left, GapTwips), Cell(rightWidth, right, gap: 0)));

    /// <summary>Upper case keeps every mark of Vietnamese; capitals are letters and no effect of the font, so that they can be copied.</summary>
    public static string Capitals(string letters) => letters.ToUpperInvariant();

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> lines, int gap)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableCellMargin(new RightMargin { Width = $"{gap}", Type = TableWidthUnitValues.Dxa })));
        cell.Append(lines);
        return cell;
    }
}
