using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// Says which part a paragraph is, and takes the label away that the part's own number stands for. A paragraph of our
/// styles is what its style says; of others the label decides, typed or counted by Word, and only where our counting
/// gives the same number.
/// </summary>
internal sealed class PartReader(PartNumbers numbers, ReadingTally tally)
{
    /// <param name="byLabel">False where numbers are no labels.</param>
    public TextPart? Take(ParagraphFacts paragraph, bool byLabel)
    {
        if (Styled(paragraph.Style) is { } styled)
            return TakeStyled(styled, paragraph.Line);
        return byLabel && paragraph.Style != PaperStyle.Literal ? TakeLabelled(paragraph) : null;
    }

    /// <summary>Whether it is a part as we write it: in the part's own style, behind its number.</summary>
    public static bool IsWritten(ParagraphFacts paragraph) =>
        Styled(paragraph.Style) is { } part && PartLabel.Of(paragraph.Line.Letters)?.Part == part;

    private TextPart TakeStyled(TextPart part, LineContent line)
    {
        if (PartLabel.Of(line.Letters) is { } label && label.Part == part)
        {
            line.Cut(label.Length, andWhiteSpace: false);
            line.CutOne();
        }

        numbers.Next(part);
        return part;
    }

    private TextPart? TakeLabelled(ParagraphFacts paragraph)
    {
        var line = paragraph.Line;
        var counted = paragraph.Number is { IsBullet: false } number ? number.Label : null;
        if (PartLabel.Of(counted ?? line.Letters) is not { } label)
            return null;
        if (!label.IsNumber(numbers.NumberOfNext(label.Part)))
        {
            tally.Leave(LeftOutKind.KeptNumbers);
            return null;
        }

        if (counted is null)
            line.Cut(label.Length, andWhiteSpace: true);
        // The page shows headings bold.
        if (label.Part <= TextPart.Article && line.IsBold)
            line.Unbold();
        numbers.Next(label.Part);
        return label.Part;
    }

    private static TextPart? Styled(string style) => style switch
    {
        PaperStyle.Chapter => TextPart.Chapter,
        PaperStyle.Article => TextPart.Article,
        PaperStyle.Clause => TextPart.Clause,
        PaperStyle.Point => TextPart.Point,
        _ => null,
    };
}
