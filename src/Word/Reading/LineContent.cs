using System.Text;
using System.Text.Json.Nodes;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// What stands in one paragraph: letters that look alike are one node, in Unicode's composed form, for a letter and its
/// mark may come from two runs.
/// </summary>
internal sealed class LineContent
{
    private readonly List<(string Letters, Looks Looks, JsonObject? Node)> closed = [];
    private readonly StringBuilder open = new();
    private Looks openLooks;

    private List<(string Letters, Looks Looks, JsonObject? Node)> Pieces
    {
        get
        {
            Close();
            return closed;
        }
    }

    /// <summary>All letters in order, breaks as line feeds, without those of footnotes.</summary>
    public string Letters => string.Concat(Pieces.Select(piece => piece.Letters));

    public bool IsEmpty => Pieces.Count == 0;

    /// <summary>There are letters, and every one is bold.</summary>
    public bool IsBold => Pieces.Exists(piece => piece.Node is null) && Pieces.TrueForAll(piece => piece.Node is not null || piece.Looks.Bold == true);

    public void Add(string letters, Looks looks)
    {
        if (letters.Length == 0)
            return;
        var same = new Looks(looks.Bold == true, looks.Italic == true, looks.Underline == true, false);
        if (same != openLooks)
            Close();
        openLooks = same;
        open.Append(letters);
    }

    public void AddBreak() => Pieces.Add(("\n", default, new JsonObject { ["type"] = TextNode.HardBreak }));

    public void AddFootnote(string letters)
    {
        var node = new JsonObject { ["type"] = TextNode.Footnote };
        if (letters.Length > 0)
            node["content"] = new JsonArray(new JsonObject { ["type"] = TextNode.Text, ["text"] = letters });
        Pieces.Add(("", default, node));
    }

    /// <summary>Puts letters before everything, looking as nothing special.</summary>
    public void Begin(string letters)
    {
        var plain = new Looks(false, false, false, false);
        if (Pieces is [{ Node: null } first, ..] && first.Looks == plain)
            Pieces[0] = (letters + first.Letters, plain, null);
        else
            Pieces.Insert(0, (letters, plain, null));
    }

    /// <summary>Takes letters away from the beginning, breaks among them too.</summary>
    /// <param name="count">How many.</param>
    /// <param name="andWhiteSpace">Also the white space and the breaks that follow.</param>
    public void Cut(int count, bool andWhiteSpace)
    {
        while (Pieces.Count > 0 && (count > 0 || andWhiteSpace))
        {
            var (letters, looks, node) = Pieces[0];
            var rest = letters[Math.Min(count, letters.Length)..];
            count -= letters.Length - rest.Length;
            if (andWhiteSpace && count == 0)
                rest = rest.TrimStart();
            // A footnote has no letters of the line.
            if (letters.Length == 0 || rest.Length == letters.Length)
                return;
            Pieces.RemoveAt(0);
            if (rest.Length == 0)
                continue;
            Pieces.Insert(0, (rest, looks, node));
            return;
        }
    }

    /// <summary>One white space, or one break: what we write behind a label.</summary>
    public void CutOne()
    {
        if (Letters is [' ' or '\n', ..])
            Cut(1, andWhiteSpace: false);
    }

    /// <summary>What a whole line has the part itself shows.</summary>
    public void Unbold()
    {
        for (var at = 0; at < Pieces.Count; at++)
            Pieces[at] = Pieces[at] with { Looks = Pieces[at].Looks with { Bold = false } };
    }

    public JsonArray ToJson()
    {
        var nodes = new JsonArray();
        foreach (var (letters, looks, node) in Pieces)
            nodes.Add(node ?? Text(letters, looks));
        return nodes;
    }

    private void Close()
    {
        if (open.Length > 0)
            closed.Add((open.ToString().Normalize(NormalizationForm.FormC), openLooks, null));
        open.Clear();
    }

    private static JsonObject Text(string letters, Looks looks)
    {
        var text = new JsonObject { ["type"] = TextNode.Text };
        var marks = new JsonArray();
        if (looks.Bold == true)
            marks.Add(new JsonObject { ["type"] = TextNode.Bold });
        if (looks.Italic == true)
            marks.Add(new JsonObject { ["type"] = TextNode.Italic });
        if (looks.Underline == true)
            marks.Add(new JsonObject { ["type"] = TextNode.Underline });
        if (marks.Count > 0)
            text["marks"] = marks;
        text["text"] = letters;
        return text;
    }
}
