using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyRealtime.Word.Writing;

/// <summary>What stands in a line: letters with their marks, breaks, the marks of footnotes.</summary>
internal static class Inline
{
    public static IEnumerable<Run> Runs(IEnumerable<TextNode> nodes, FootnoteList footnotes)
    {
        foreach (var node in nodes)
        {
            if (node.Type == TextNode.HardBreak)
                yield return new Run(new Break());
            else if (node.Type == TextNode.Footnote)
                yield return footnotes.Add(node.AllLetters);
            else
                yield return Letters(node.Letters, Looks(node));
        }
    }

    /// <summary>Letters as they are: tabs and line feeds as what they mean, white space kept, what XML cannot hold left out.</summary>
    public static Run Letters(string letters, RunProperties? looks = null)
    {
        var run = new Run();
        if (looks is { HasChildren: true })
            run.Append(looks);
        var piece = new StringBuilder();
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = letters[at];
            if (letter is '\t' or '\n')
            {
                AddText(run, piece);
                run.Append(letter == '\t' ? new TabChar() : new Break());
            }
            else if (char.IsHighSurrogate(letter) && at + 1 < letters.Length && char.IsLowSurrogate(letters[at + 1]))
            {
                piece.Append(letter).Append(letters[++at]);
            }
            else if (XmlConvert.IsXmlChar(letter) && letter != '\r')
            {
                piece.Append(letter);
            }
        }

        AddText(run, piece);
        return run;
    }

    private static void AddText(Run run, StringBuilder piece)
    {
        if (piece.Length > 0)
            run.Append(new Text(piece.ToString()) { Space = SpaceProcessingModeValues.Preserve });
        piece.Clear();
    }

    private static RunProperties Looks(TextNode node)
    {
        var looks = new RunProperties();
        if (node.Has(TextNode.Bold))
            looks.Append(new Bold());
        if (node.Has(TextNode.Italic))
            looks.Append(new Italic());
        if (node.Has(TextNode.Underline))
            looks.Append(new Underline { Val = UnderlineValues.Single });
        return looks;
    }
}
