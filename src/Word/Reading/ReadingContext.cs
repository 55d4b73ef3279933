using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Word.Reading;

/// <summary>What all blocks of one file are read with.</summary>
internal sealed class ReadingContext
{
    private bool hasLeftSheet;

    public ReadingContext(WordFile file)
    {
        Styles = new StyleSheet(file.Styles);
        Numbering = new WordNumbering(file.Numbering);
        Lines = new LineReader(Styles, new FootnoteTexts(file.Footnotes, file.Endnotes), Tally);
        Parts = new PartReader(new PartNumbers(), Tally);
    }

    public ReadingTally Tally { get; } = new();

    public StyleSheet Styles { get; }

    public WordNumbering Numbering { get; }

    public LineReader Lines { get; }

    public PartReader Parts { get; }

    /// <summary>Head and foot are many paragraphs, and one thing to whoever is told.</summary>
    public void LeaveSheet()
    {
        if (!hasLeftSheet)
            Tally.Leave(LeftOutKind.Sheet);
        hasLeftSheet = true;
    }
}
