using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>What is printed above the text: bodies, number, state or party, date; then type and abstract.</summary>
internal static class SheetHead
{
    /// <summary>Of the width of the text: the state's name is one line, and needs 275 points of it.</summary>
    private const double LeftShare = 0.4;

    /// <summary>Of the width of the text, before whom it is addressed to.</summary>
    private const double AddressedShare = 0.18;

    /// <summary>As wide as the word before the addressed.</summary>
    private const int AddressedWordTwips = 1_130;

    public static IEnumerable<OpenXmlElement> Of(PaperHead head, PaperLayout layout)
    {
        var look = SheetLook.Of(layout);
        var left = (int)(look.Width * LeftShare);
        yield return Sheet.Columns(left, Left(head, layout, look, left), look.Width - left, Right(head, layout, look, look.Width - left));
        if (head.TypeName is { } type)
        {
            yield return Sheet.Line(Sheet.Capitals(type), style: PaperStyle.SheetType);
            yield return Sheet.Line(head.Abstract, style: PaperStyle.SheetAbstract);
            yield return layout == PaperLayout.Party ? Sheet.Line("-----") : Sheet.Rule(look.Width, 0.38);
        }

        // The text begins a line below.
        yield return Sheet.Line("");
        foreach (var line in Addressed(head, layout, look))
            yield return line;
    }

    /// <summary>One stands in the line of the word, several each in a line of its own below its colon.</summary>
    private static IEnumerable<Paragraph> Addressed(PaperHead head, PaperLayout layout, SheetLook look)
    {
        if (head.Addressed.IsEmpty)
            yield break;
        var left = (int)(look.Width * AddressedShare);
        var title = Sheet.Indented(left, head.AddressedTitle, Sheet.Looks(italic: layout == PaperLayout.Party));
        if (head.Addressed is [var only])
        {
            title.Append(Inline.Letters(" " + only));
            yield return title;
        }
        else
        {
            yield return title;
            for (var at = 0; at < head.Addressed.Length; at++)
                yield return Sheet.Indented(left + AddressedWordTwips, $"- {head.Addressed[at]}{EndOf(at, head.Addressed.Length, layout)}");
        }

        yield return Sheet.Line("");
    }

    private static string EndOf(int at, int count, PaperLayout layout) =>
        at == count - 1 ? "." : layout == PaperLayout.Party ? "," : ";";

    private static IEnumerable<Paragraph> Left(PaperHead head, PaperLayout layout, SheetLook look, int width)
    {
        if (head.Superior is { } superior)
            yield return Sheet.Line(Sheet.Capitals(superior), Sheet.Looks(look.SuperiorBold, size: look.UnitSize));
        yield return Sheet.Line(Sheet.Capitals(head.Unit), Sheet.Looks(bold: true, size: look.UnitSize));
        yield return layout == PaperLayout.Party ? Sheet.Line("*") : Sheet.Rule(width, 0.32);
        yield return Sheet.Line(head.Number, Sheet.Looks(size: look.UnitSize));
        if (head.TypeName is null)
            yield return Sheet.Line(head.Abstract, Sheet.Looks(italic: layout == PaperLayout.Party, size: look.LetterAbstractSize));
        foreach (var mark in head.Marks)
            yield return Sheet.Stamp(width, mark);
    }

    private static IEnumerable<Paragraph> Right(PaperHead head, PaperLayout layout, SheetLook look, int width)
    {
        yield return Sheet.Line(Sheet.Capitals(head.Nation), Sheet.Looks(bold: true, size: look.NationSize));
        if (head.Motto is { } motto)
            yield return Sheet.Line(motto, Sheet.Looks(bold: true));
        yield return Sheet.Rule(width, layout == PaperLayout.Party ? 0.1 : 0.2);
        yield return Sheet.Line(head.Date, Sheet.Looks(italic: true));
    }
}
