using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Word.Reading;

/// <summary>A Word file as a text of ours: parts, lists, tables, footnotes, bold, italic and underlined letters.</summary>
public static class WordText
{
    /// <summary>
    /// Reads the text of a file, whoever wrote it. What a text of ours cannot hold is counted. What we wrote ourselves
    /// comes back as the same JSON. Letters are in Unicode's composed form (NFC). Nothing is fetched from anywhere, and the
    /// work is bounded by <see cref="WordLimits"/>. Refuses FileTypeDiffers, OldWordFile, EncryptedFile, BrokenFile and
    /// ContentTooLarge.
    /// </summary>
    /// <param name="file">Readable and seekable, at its beginning; at most <see cref="WordLimits.FileBytesMax"/>.</param>
    public static Outcome<WordReading> Read(Stream file)
    {
        try
        {
            var opened = WordFile.Open(file);
            return opened.IsOk ? Read(opened.Value) : opened.Refusal;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            return RefusalCode.BrokenFile;
        }
    }

    /// <summary>One block at a time: the tree of a whole text would take ten times its size.</summary>
    private static Outcome<WordReading> Read(WordFile file)
    {
        var context = new ReadingContext(file);
        var blocks = new BlockReader(context, tableDepth: 0);
        using var reader = WordXml.Reader(file.Text);
        if (!ReadToBody(reader))
            return RefusalCode.BrokenFile;
        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Skip();
                continue;
            }

            blocks.Read((XElement)XNode.ReadFrom(reader));
            if (context.Tally.IsTooLarge)
                return RefusalCode.ContentTooLarge;
        }

        var content = new JsonObject { ["type"] = TextNode.Doc, ["content"] = blocks.Blocks() };
        return new WordReading(content, context.Tally.LeftOut);
    }

    private static bool ReadToBody(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "body" })
                return true;
        }

        return false;
    }
}
