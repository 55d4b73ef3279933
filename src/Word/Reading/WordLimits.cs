namespace PartyRealtime.Word.Reading;

/// <summary>What is taken from a Word file. A file that is larger than one of these is refused whole.</summary>
public static class WordLimits
{
    /// <summary>As it comes, in bytes.</summary>
    public const int FileBytesMax = 20 * 1024 * 1024;

    /// <summary>Parts inside it.</summary>
    public const int EntriesMax = 5_000;

    /// <summary>The text's part, unpacked, whatever the file says of its size.</summary>
    public const int TextBytesMax = 32 * 1024 * 1024;

    /// <summary>Each other part that is read: styles, numbering, notes, relations.</summary>
    public const int PartBytesMax = 8 * 1024 * 1024;

    /// <summary>Letters of the text; the bound of every body of a document.</summary>
    public const int LettersMax = 500_000;

    /// <summary>Letters of one paragraph or table that stands in no other: it goes into the draft in one update.</summary>
    public const int BlockLettersMax = 100_000;

    /// <summary>Paragraphs, items, rows and cells.</summary>
    public const int BlocksMax = 20_000;

    /// <summary>Tables inside each other.</summary>
    public const int TableDepthMax = 4;

    /// <summary>Elements inside each other in one line, and styles that rest on each other.</summary>
    public const int NestingMax = 32;
}
