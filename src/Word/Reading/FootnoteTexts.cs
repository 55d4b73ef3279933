using System.Text;
using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>The letters of the notes of a file. A note of several paragraphs is one line here.</summary>
internal sealed class FootnoteTexts(XElement? footnotes, XElement? endnotes)
{
    private readonly Dictionary<string, Lazy<string>> feet = ById(footnotes, "footnote");
    private readonly Dictionary<string, Lazy<string>> ends = ById(endnotes, "endnote");

    /// <summary>Null where there is none of this id.</summary>
    public string? Footnote(string? id) => id is not null && feet.TryGetValue(id, out var note) ? note.Value : null;

    public string? Endnote(string? id) => id is not null && ends.TryGetValue(id, out var note) ? note.Value : null;

    private static Dictionary<string, Lazy<string>> ById(XElement? part, string name)
    {
        var notes = new Dictionary<string, Lazy<string>>(StringComparer.Ordinal);
        foreach (var note in part.Children(name))
        {
            if (note.Said("id") is { } id)
                notes.TryAdd(id, new Lazy<string>(() => TextOf(note)));
        }

        return notes;
    }

    private static string TextOf(XElement note)
    {
        var text = new StringBuilder();
        foreach (var element in note.Descendants())
        {
            if (element.Name.LocalName == "t")
                text.Append(element.Letters());
            else if (element.Name.LocalName is "p" or "br")
                text.Append(' ');
            else if (element.Name.LocalName == "tab" && element.Parent?.Name.LocalName == "r")
                text.Append('\t');
        }

        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
