using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Word.Writing;

/// <summary>
/// The text itself. Numbers of parts are written as letters, exactly those of the page, because Word's own numbering has
/// no Vietnamese alphabet; lists are numbered by Word.
/// </summary>
internal sealed class BodyWriter(ListNumbering lists, FootnoteList footnotes, int widthTwips)
{
    /// <summary>No label is longer.</summary>
    private const int LabelLettersMax = 80;

    private readonly PartNumbers numbers = new();

    /// <summary>The blocks of a node; what is no block that we know is written by its letters.</summary>
    public IEnumerable<OpenXmlElement> Blocks(TextNode parent, string plain = PaperStyle.Text) =>
        parent.Content.Any(node => node.IsInline) ? [Plain(parent, plain)] : Parted(parent.Content.SelectMany(node => Block(node, plain)));

    /// <summary>Word makes one table of two that follow each other.</summary>
    private static IEnumerable<OpenXmlElement> Parted(IEnumerable<OpenXmlElement> blocks)
    {
        OpenXmlElement? before = null;
        foreach (var block in blocks)
        {
            if (before is Table && block is Table)
                yield return Sheet.Line("");
            yield return before = block;
        }
    }

    private IEnumerable<OpenXmlElement> Block(TextNode node, string plain) => node.Type switch
    {
        TextNode.Paragraph => [OneParagraph(node, plain)],
        TextNode.BulletList or TextNode.OrderedList => List(node, 0),
        TextNode.Table => TableWriter.Tables(node, this, widthTwips),
        _ => Blocks(node, plain),
    };

    private Paragraph OneParagraph(TextNode node, string plain) =>
        PartNumbers.Named(node.Attribute("part")) is { } part
            ? Filled(Styled(StyleOf(part)), node, part)
            : Plain(node, plain);

    /// <summary>The paragraph with its letters, behind the number of the part that it is.</summary>
    private Paragraph Filled(Paragraph paragraph, TextNode node, TextPart? part)
    {
        if (part is { } numbered)
            paragraph.Append(Inline.Letters(numbers.Next(numbered) + (numbered == TextPart.Chapter ? "\n" : " ")));
        paragraph.Append(Inline.Runs(node.Content, footnotes));
        return paragraph;
    }

    private Paragraph Plain(TextNode node, string style)
    {
        var isLiteral = style == PaperStyle.Text && PartLabel.Of(Beginning(node)) is not null;
        return Filled(Styled(isLiteral ? PaperStyle.Literal : style), node, part: null);
    }

    private IEnumerable<OpenXmlElement> List(TextNode list, int level)
    {
        var deep = Math.Min(level, ListLevel.Max);
        var id = lists.Add(deep, list.Type == TextNode.OrderedList ? list.Number("start", 1, short.MaxValue) : null);
        foreach (var item in list.Content)
        {
            var isFirst = true;
            foreach (var node in item.Content)
            {
                if (node.Type is TextNode.BulletList or TextNode.OrderedList)
                {
                    foreach (var nested in List(node, level + 1))
                        yield return nested;
                }
                else if (node.Type == TextNode.Paragraph)
                {
                    yield return isFirst ? Item(node, id, deep) : More(node, deep);
                }
                else
                {
                    foreach (var other in Block(node, PaperStyle.ListMore))
                        yield return other;
                }

                isFirst = false;
            }
        }
    }

    private Paragraph Item(TextNode node, int list, int level)
    {
        var part = PartNumbers.Named(node.Attribute("part"));
        var paragraph = Styled(part is { } styled ? StyleOf(styled) : PaperStyle.List);
        paragraph.ParagraphProperties!.Append(
            new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list }));
        return Filled(paragraph, node, part);
    }

    private Paragraph More(TextNode node, int level)
    {
        var part = PartNumbers.Named(node.Attribute("part"));
        var paragraph = Styled(part is { } styled ? StyleOf(styled) : PaperStyle.ListMore);
        paragraph.ParagraphProperties!.Append(new Indentation { Left = $"{ListLevel.IndentOf(level)}", FirstLine = "0" });
        return Filled(paragraph, node, part);
    }

    /// <summary>The first letters as a reader of the file gets them: composed, breaks as line feeds, without footnotes.</summary>
    private static string Beginning(TextNode line)
    {
        var letters = line.Content.Where(node => node.Type != TextNode.Footnote).SelectMany(node => node.Type == TextNode.HardBreak ? "\n" : node.Letters);
        return string.Concat(letters.Where(letter => !char.IsSurrogate(letter)).Take(LabelLettersMax)).Normalize();
    }

    private static Paragraph Styled(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    private static string StyleOf(TextPart part) => part switch
    {
        TextPart.Chapter => PaperStyle.Chapter,
        TextPart.Article => PaperStyle.Article,
        TextPart.Clause => PaperStyle.Clause,
        _ => PaperStyle.Point,
    };
}
