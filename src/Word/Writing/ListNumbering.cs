using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>
/// The numbering of the lists of one file. Each list has a numbering of its own, so that two lists that follow each other
/// stay two and each begins at its own number.
/// </summary>
internal sealed class ListNumbering
{
    private const int Bullets = 1;
    private const int Numbers = 2;

    private readonly List<NumberingInstance> lists = [];

    /// <summary>A new list; the id that its paragraphs name.</summary>
    /// <param name="start">The first number; null for a list of dashes.</param>
    public int Add(int level, int? start)
    {
        var list = new NumberingInstance(new AbstractNumId { Val = start is null ? Bullets : Numbers }) { NumberID = lists.Count + 1 };
        if (start is { } first)
            list.Append(new LevelOverride(new StartOverrideNumberingValue { Val = first }) { LevelIndex = level });
        lists.Add(list);
        return lists.Count;
    }

    public Numbering ToNumbering()
    {
        var numbering = new Numbering(Abstract(Bullets, ordered: false), Abstract(Numbers, ordered: true));
        numbering.Append(lists);
        return numbering;
    }

    private static AbstractNum Abstract(int id, bool ordered)
    {
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level <= ListLevel.Max; level++)
        {
            list.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = ordered ? NumberFormatValues.Decimal : NumberFormatValues.Bullet },
                new LevelText { Val = ordered ? $"%{level + 1}." : "-" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{ListLevel.IndentOf(level)}", Hanging = $"{ListLevel.Width}" }))
            {
                LevelIndex = level,
            });
        }

        return list;
    }
}
