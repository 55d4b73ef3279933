using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>
/// A document as a Word file (ISO/IEC 29500, transitional): the sheet that its page shows, on A4, in the layout of the
/// state or of the party, page numbers from the second page on.
/// </summary>
public static class WordPaper
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>
    /// Writes the file. The same text and facts give the same parts. Of the text, nodes that we do not know are written by
    /// their letters, and characters that XML cannot hold are left out.
    /// </summary>
    /// <param name="destination">Readable, writable and seekable; left open, at its end.</param>
    /// <param name="text">ProseMirror JSON of a draft.</param>
    /// <param name="paper">What stands around it.</param>
    public static void Write(Stream destination, JsonObject text, Paper paper)
    {
        using var file = WordprocessingDocument.Create(destination, WordprocessingDocumentType.Document, autoSave: false);
        var main = file.AddMainDocumentPart();
        var lists = new ListNumbering();
        var footnotes = new FootnoteList();
        var writer = new BodyWriter(lists, footnotes, SheetLook.Of(paper.Layout).Width);
        var body = new Body();
        body.Append(SheetHead.Of(paper.Head, paper.Layout));
        body.Append(writer.Blocks(new TextNode(text)));
        body.Append(SheetFoot.Of(paper.Foot, paper.Layout));
        body.Append(Section(main, SheetLook.Of(paper.Layout)));
        main.Document = new Document(body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = PaperStyles.Of(paper.Layout);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = lists.ToNumbering();
        main.AddNewPart<FootnotesPart>().Footnotes = footnotes.ToFootnotes();
        main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
        file.Save();
    }

    private static SectionProperties Section(MainDocumentPart main, SheetLook look)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = PaperStyle.SheetPage }),
            new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new PageSize { Width = SheetLook.PageWidth, Height = SheetLook.PageHeight },
            new PageMargin
            {
                Top = SheetLook.Margin, Bottom = SheetLook.Margin, Left = SheetLook.Left, Right = (uint)look.Right,
                Header = SheetLook.Margin / 2, Footer = SheetLook.Margin / 2, Gutter = 0,
            },
            // The first page has no number.
            new TitlePage());
    }

    private static Settings Settings() => new(
        new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }),
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
        }));
}
