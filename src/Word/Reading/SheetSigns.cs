using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>By what the head and the foot of an administrative sheet are known: both are tables without borders, as offices set them.</summary>
internal static class SheetSigns
{
    private static readonly string[] Heads =
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"];

    /// <summary>A foot is one row, and its first cell says to whom the sheet goes; a table with a column of recipients has more rows, and no colon.</summary>
    private static readonly string[] Feet = ["NƠI NHẬN:", "NƠI NHẬN :"];

    /// <param name="isFirst">The table stands at the very beginning of the file.</param>
    public static bool IsSheet(XElement table, bool isFirst)
    {
        if (HasStyle(table, style => style.StartsWith(PaperStyle.SheetPrefix, StringComparison.Ordinal)))
            return true;
        if (HasStyle(table, style => style is PaperStyle.Cell or PaperStyle.HeadCell))
            return false;
        var firstRow = table.Child("tr");
        return (isFirst && Heads.Any(head => LettersOf(firstRow).Contains(head, StringComparison.Ordinal)))
            || (HasOneRow(table) && Feet.Any(foot => LettersOf(firstRow.Child("tc")).StartsWith(foot, StringComparison.Ordinal)));
    }

    private static bool HasOneRow(XElement table) => table.Elements().Count(element => element.Name.LocalName == "tr") == 1;

    private static bool HasStyle(XElement table, Func<string, bool> isIt) =>
        table.Descendants().Any(element => element.Name.LocalName == "pStyle" && isIt(element.Value() ?? ""));

    private static string LettersOf(XElement? element)
    {
        var letters = string.Concat(element?.Descendants().Where(inside => inside.Name.LocalName == "t").Select(inside => inside.Letters()) ?? []);
        return string.Join(' ', letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize().ToUpperInvariant();
    }
}
