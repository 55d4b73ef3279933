using System.Text.Json.Nodes;
using System.Xml.Linq;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// Reads the blocks of a file, or of one cell of a table. Inside tables nothing is taken for a part by its letters:
/// columns of numbers are no clauses.
/// </summary>
internal sealed class BlockReader
{
    private readonly ReadingContext context;
    private readonly int tableDepth;
    private readonly JsonArray blocks = [];
    private readonly ListBuilder lists;
    private bool awaitsTitle;

    public BlockReader(ReadingContext context, int tableDepth)
    {
        this.context = context;
        this.tableDepth = tableDepth;
        lists = new ListBuilder(blocks);
    }

    /// <summary>What was read so far; at least one paragraph.</summary>
    public JsonArray Blocks()
    {
        lists.End();
        awaitsTitle = false;
        if (blocks.Count == 0)
            blocks.Add(Paragraph(null, new LineContent()));
        return blocks;
    }

    public void Read(XElement element, int depth = 0)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                ReadParagraph(element);
                break;
            case "tbl":
                ReadTable(element);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" when depth < WordLimits.NestingMax:
                foreach (var inside in element.Elements())
                    Read(inside, depth + 1);
                break;
            case "altChunk":
                context.Tally.Leave(LeftOutKind.Objects);
                break;
            default:
                break;
        }

        if (tableDepth == 0 && depth == 0)
            context.Tally.EndBlock();
    }

    private void ReadParagraph(XElement element)
    {
        context.Tally.Count(0, 1);
        var paragraph = ParagraphFacts.Of(element, context.Styles, context.Numbering, context.Lines);
        if (paragraph.Style.StartsWith(PaperStyle.SheetPrefix, StringComparison.Ordinal))
            context.LeaveSheet();
        else if (context.Styles.IsContents(paragraph.Style))
            context.Tally.Leave(LeftOutKind.TablesOfContents);
        else if (paragraph.Style == PaperStyle.List && paragraph.Number is { } number)
            AddItem(number, paragraph.Line);
        else if (paragraph.Style == PaperStyle.ListMore && lists.IsOpen)
            lists.AddMore(ListLevel.OfIndent(paragraph.Indent), Paragraph(null, paragraph.Line));
        else if (PartReader.IsWritten(paragraph) && AddPartOfList(paragraph))
            awaitsTitle = false;
        else if (paragraph.IsOurs || !paragraph.Line.IsEmpty || paragraph.Number is not null)
            AddParagraph(paragraph);
    }

    /// <summary>A part that we wrote into a list: its style says which part it is, its bullet or where it stands in, which list.</summary>
    private bool AddPartOfList(ParagraphFacts paragraph)
    {
        if (paragraph.Number is null && (paragraph.Indent == 0 || !lists.IsOpen))
            return false;
        var block = Paragraph(context.Parts.Take(paragraph, byLabel: false), paragraph.Line);
        if (paragraph.Number is { } number)
            lists.Add(number.List, number.Level, number.IsBullet ? null : number.Value, block);
        else
            lists.AddMore(ListLevel.OfIndent(paragraph.Indent), block);
        return true;
    }

    private void AddParagraph(ParagraphFacts paragraph)
    {
        if (paragraph.Number is { IsBullet: true } dash)
        {
            AddItem(dash, paragraph.Line);
            return;
        }

        var part = context.Parts.Take(paragraph, byLabel: tableDepth == 0);
        if (part is null && AddTitle(paragraph))
            return;
        if (part is null && paragraph.Number is { IsPlain: true } number)
        {
            AddItem(number, paragraph.Line);
            return;
        }

        lists.End();
        if (part is null && paragraph.Number is { Label.Length: > 0 } labelled)
            paragraph.Line.Begin(labelled.Label + " ");
        blocks.Add(Paragraph(part, paragraph.Line));
        // The title of a chapter stands in a line of its own below its number.
        awaitsTitle = part == TextPart.Chapter && !paragraph.IsOurs && paragraph.Line.IsEmpty;
    }

    /// <summary>Takes the heading behind the bare number of a chapter as that chapter's title.</summary>
    private bool AddTitle(ParagraphFacts paragraph)
    {
        if (!awaitsTitle || !paragraph.LooksLikeHeading || PartLabel.Of(paragraph.Line.Letters) is not null)
            return false;
        if (paragraph.Line.IsBold)
            paragraph.Line.Unbold();
        blocks[^1] = Paragraph(TextPart.Chapter, paragraph.Line);
        awaitsTitle = false;
        return true;
    }

    private void AddItem(WordNumber number, LineContent line)
    {
        awaitsTitle = false;
        lists.Add(number.List, number.Level, number.IsBullet ? null : number.Value, Paragraph(null, line));
    }

    private void ReadTable(XElement table)
    {
        lists.End();
        awaitsTitle = false;
        if (tableDepth == 0 && SheetSigns.IsSheet(table, isFirst: blocks.Count <= 2))
            context.LeaveSheet();
        else if (tableDepth >= WordLimits.TableDepthMax)
            context.Tally.Leave(LeftOutKind.DeepTables);
        else if (TableReader.Read(table, context, tableDepth + 1) is { } node)
            blocks.Add(node);
    }

    private static JsonObject Paragraph(TextPart? part, LineContent line)
    {
        var paragraph = new JsonObject { ["type"] = TextNode.Paragraph };
        if (part is { } one)
            paragraph["attrs"] = new JsonObject { ["part"] = PartNumbers.NameOf(one) };
        if (!line.IsEmpty)
            paragraph["content"] = line.ToJson();
        return paragraph;
    }
}
