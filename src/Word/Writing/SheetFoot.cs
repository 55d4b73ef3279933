using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>What is printed below the text: to whom it goes on the left, by whom it is signed on the right.</summary>
internal static class SheetFoot
{
    private const int SignedSize = 20;

    public static IEnumerable<OpenXmlElement> Of(PaperFoot foot, PaperLayout layout)
    {
        var look = SheetLook.Of(layout);
        var half = look.Width / 2;
        yield return Sheet.Line("");
        yield return Sheet.Columns(half, Recipients(foot, layout, look), look.Width - half, Signature(foot));
        // A document does not end with a table.
        yield return Sheet.Line("");
    }

    private static IEnumerable<Paragraph> Recipients(PaperFoot foot, PaperLayout layout, SheetLook look)
    {
        var title = layout == PaperLayout.Party
            ? Sheet.Looks(underline: true, size: look.RecipientsTitleSize)
            : Sheet.Looks(bold: true, italic: true, size: look.RecipientsTitleSize);
        yield return Sheet.Line(foot.RecipientsTitle, title, isLeft: true);
        foreach (var line in foot.Recipients)
            yield return Sheet.Line(line, Sheet.Looks(size: look.RecipientsSize), isLeft: true);
    }

    private static IEnumerable<Paragraph> Signature(PaperFoot foot)
    {
        if (!string.IsNullOrWhiteSpace(foot.Capacity))
            yield return Sheet.Line(Sheet.Capitals(foot.Capacity), Sheet.Looks(bold: true));
        yield return Sheet.Line(Sheet.Capitals(foot.SignerTitle ?? ""), Sheet.Looks(bold: string.IsNullOrWhiteSpace(foot.Capacity)));
        yield return Sheet.Line("");
        yield return Sheet.Line(foot.Signed ?? "", Sheet.Looks(italic: true, size: SignedSize));
        yield return Sheet.Line("");
        yield return Sheet.Line(foot.SignerName ?? "", Sheet.Looks(bold: true));
    }
}
