using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>Reads what stands in paragraphs: runs, and what runs may be wrapped in.</summary>
internal sealed class LineReader(StyleSheet styles, FootnoteTexts footnotes, ReadingTally tally)
{
    /// <param name="paragraph">A p.</param>
    /// <param name="looks">How letters look where their run says nothing.</param>
    public LineContent Read(XElement paragraph, Looks looks)
    {
        var line = new LineContent();
        ReadInside(paragraph, looks, line, 0);
        return line;
    }

    private void ReadInside(XElement parent, Looks looks, LineContent line, int depth)
    {
        if (depth > WordLimits.NestingMax)
            return;
        foreach (var element in parent.Elements())
        {
            if (tally.IsTooLarge)
                return;
            switch (element.Name.LocalName)
            {
                case "r":
                    ReadRun(element, looks, line);
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "customXml" or "dir" or "bdo":
                    ReadInside(element, looks, line, depth + 1);
                    break;
                case "del" or "moveFrom":
                    tally.Leave(LeftOutKind.Deletions);
                    break;
                case "oMath" or "oMathPara":
                    tally.Leave(LeftOutKind.Formulas);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRun(XElement run, Looks paragraph, LineContent line)
    {
        var properties = run.Child("rPr");
        var looks = paragraph.With(styles.LooksOfLetters(properties.Child("rStyle").Value())).With(Looks.Of(properties));
        if (looks.Hidden == true)
        {
            tally.Leave(LeftOutKind.HiddenText);
            return;
        }

        foreach (var element in run.Elements().TakeWhile(_ => !tally.IsTooLarge))
            ReadPiece(element, looks, line);
    }

    private void ReadPiece(XElement element, Looks looks, LineContent line)
    {
        switch (element.Name.LocalName)
        {
            case "t":
                var letters = element.Letters();
                tally.Count(letters.Length, 0);
                line.Add(letters, looks);
                break;
            case "tab" or "ptab":
                line.Add("\t", looks);
                break;
            case "noBreakHyphen":
                line.Add("\u2011", looks);
                break;
            case "cr":
            case "br" when element.Said("type") is not ("page" or "column"):
                line.AddBreak();
                break;
            case "footnoteReference" when footnotes.Footnote(element.Said("id")) is { } note:
                AddFootnote(note, line);
                break;
            case "endnoteReference" when footnotes.Endnote(element.Said("id")) is { } note:
                AddFootnote(note, line);
                break;
            default:
                if (MissingKind(element) is { } kind)
                    tally.Leave(kind);
                break;
        }
    }

    private void AddFootnote(string letters, LineContent line)
    {
        tally.Count(letters.Length, 1);
        line.AddFootnote(letters);
    }

    private static LeftOutKind? MissingKind(XElement element) => element.Name.LocalName switch
    {
        "drawing" or "pict" or "AlternateContent" =>
            element.Descendants().Any(inside => inside.Name.LocalName == "txbxContent") ? LeftOutKind.TextBoxes : LeftOutKind.Pictures,
        "object" => LeftOutKind.Objects,
        "commentReference" => LeftOutKind.Comments,
        "sym" => LeftOutKind.Symbols,
        _ => null,
    };
}
