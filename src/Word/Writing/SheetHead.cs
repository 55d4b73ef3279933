using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>What is printed above the text: bodies, number, state or party, date; then type and abstract.</summary>
internal static class SheetHead
{
    /// <summary>Of the width of the text: the state's name needs more than half of it.</summary>
    private const double LeftShare = 0.42;

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
    }

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
