using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>The styles of a sheet. Sizes are half points, distances twentieths of a point.</summary>
internal static class PaperStyles
{
    public const string Font = "Times New Roman";

    /// <summary>Both rules allow 13 and 14 points; 14 is what offices print.</summary>
    private const int TextSize = 28;

    private const int FootnoteSize = 20;

    /// <summary>1 cm: both rules ask for 1 to 1.27 cm.</summary>
    private const string FirstLine = "567";

    private const string AfterParagraph = "120";

    /// <summary>240 is one line; the rules allow one to one and a half.</summary>
    private const string Line = "276";

    public static Styles Of(PaperLayout layout) => new(
        Defaults(),
        Named(PaperStyle.Text, "Nội dung", null, Flowing()),
        Named(PaperStyle.Literal, "Nội dung có số gõ tay", PaperStyle.Text),
        Named(PaperStyle.Chapter, "Chương", PaperStyle.Text, Paragraph(centred: true, before: 240, keep: true), Letters(bold: true)),
        Named(PaperStyle.Article, "Điều", PaperStyle.Text, new StyleParagraphProperties(new KeepNext()), Letters(bold: true)),
        Named(PaperStyle.Clause, "Khoản", PaperStyle.Text),
        Named(PaperStyle.Point, "Điểm", PaperStyle.Text),
        Named(PaperStyle.List, "Gạch đầu dòng", PaperStyle.Text),
        Named(PaperStyle.ListMore, "Đoạn sau của gạch đầu dòng", PaperStyle.Text),
        Named(PaperStyle.Cell, "Ô bảng", null, Paragraph(before: 40, after: 40)),
        Named(PaperStyle.HeadCell, "Ô đầu bảng", PaperStyle.Cell, Paragraph(centred: true, before: 40, after: 40), Letters(bold: true)),
        Named(PaperStyle.Footnote, "Chú thích", null, Paragraph(), Letters(size: FootnoteSize)),
        Mark(),
        Named(PaperStyle.Sheet, "Phần đầu và cuối văn bản", null, Paragraph(centred: true)),
        Named(PaperStyle.SheetType, "Tên loại", PaperStyle.Sheet, Paragraph(centred: true, before: 360), Letters(bold: true, size: layout == PaperLayout.Party ? 32 : TextSize)),
        Named(PaperStyle.SheetAbstract, "Trích yếu", PaperStyle.Sheet, Paragraph(centred: true), Letters(bold: true)),
        Named(PaperStyle.SheetPage, "Số trang", PaperStyle.Sheet, Paragraph(centred: true)));

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            new FontSize { Val = $"{TextSize}" },
            new FontSizeComplexScript { Val = $"{TextSize}" },
            new Languages { Val = "vi-VN" })),
        new ParagraphPropertiesDefault());

    private static Style Named(string id, string name, string? basedOn, params OpenXmlElement[] looks)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        style.Append(looks);
        return style;
    }

    private static Style Mark() => new(
        new StyleName { Val = "Số chú thích" },
        new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
    {
        Type = StyleValues.Character, StyleId = PaperStyle.FootnoteMark, CustomStyle = true,
    };

    private static StyleParagraphProperties Flowing() => new(
        new SpacingBetweenLines { After = AfterParagraph, Line = Line, LineRule = LineSpacingRuleValues.Auto },
        new Indentation { FirstLine = FirstLine },
        new Justification { Val = JustificationValues.Both });

    private static StyleParagraphProperties Paragraph(bool centred = false, int before = 0, int after = 0, bool keep = false)
    {
        var properties = new StyleParagraphProperties();
        if (keep)
            properties.Append(new KeepNext());
        properties.Append(
            new SpacingBetweenLines { Before = $"{before}", After = $"{after}" },
            new Indentation { FirstLine = "0" },
            new Justification { Val = centred ? JustificationValues.Center : JustificationValues.Left });
        return properties;
    }

    private static StyleRunProperties Letters(bool bold = false, int size = 0)
    {
        var properties = new StyleRunProperties();
        if (bold)
            properties.Append(new Bold());
        if (size > 0)
            properties.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        return properties;
    }
}
