using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>The footnotes of one file, which Word numbers and puts at the foot of the page that their mark is on.</summary>
internal sealed class FootnoteList
{
    /// <summary>The two below it are the lines that part notes from text.</summary>
    private const int FirstId = 1;

    private readonly List<string> notes = [];

    /// <summary>Takes a note in and gives the mark that refers to it.</summary>
    public Run Add(string letters)
    {
        notes.Add(letters);
        return new Run(Looks(), new FootnoteReference { Id = FirstId + notes.Count - 1 });
    }

    public Footnotes ToFootnotes()
    {
        var footnotes = new Footnotes(
            Line(-1, FootnoteEndnoteValues.Separator, new SeparatorMark()),
            Line(0, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark()));
        for (var at = 0; at < notes.Count; at++)
            footnotes.Append(Note(FirstId + at, notes[at]));
        return footnotes;
    }

    private static RunProperties Looks() => new(new RunStyle { Val = PaperStyle.FootnoteMark });

    private static Footnote Note(int id, string letters) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = PaperStyle.Footnote }),
        new Run(Looks(), new FootnoteReferenceMark()),
        Inline.Letters(" " + letters)))
    {
        Id = id,
    };

    private static Footnote Line(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(new Paragraph(new Run(mark))) { Type = type, Id = id };
}
