namespace PartyRealtime.Word.Reading;

/// <summary>What a text of ours cannot hold, or does not take from a file.</summary>
public enum LeftOutKind
{
    /// <summary>The head and the foot of a sheet, which every document gets from its own facts.</summary>
    Sheet = 1,
    Pictures = 2,
    TextBoxes = 3,
    Formulas = 4,
    Objects = 5,
    Comments = 6,

    /// <summary>Text that a tracked change took away; what one added is taken.</summary>
    Deletions = 7,
    HiddenText = 8,
    TablesOfContents = 9,

    /// <summary>Signs of a font that has pictures in place of letters.</summary>
    Symbols = 10,

    /// <summary>Tables inside more tables than we go into.</summary>
    DeepTables = 11,

    /// <summary>Nothing is missing: numbers that ours would not give, which stay letters.</summary>
    KeptNumbers = 12,
}
