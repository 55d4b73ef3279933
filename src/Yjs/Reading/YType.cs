using System.Text;
using System.Text.Json.Nodes;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>
/// A shared type, to be read. It shows the document as it is at the moment of each call; what a call returned does not
/// change. Each call takes time in the items of the type, deleted ones included.
/// </summary>
public readonly struct YType
{
    private readonly SharedType type;

    internal YType(SharedType type, TypeKind kind) => (this.type, Kind) = (type, kind);

    internal YType(SharedType type) : this(type, type.Kind)
    {
    }

    public TypeKind Kind { get; }

    /// <summary>The tag of an XML element or hook, the name of a root, else null.</summary>
    public string? Name => type?.Name;

    /// <summary>Visible units of the list: UTF-16 units of a text, values of an array, children of an element.</summary>
    public long Length => type.Length;

    internal SharedType Source => type;

    /// <summary>The letters of a text, without what is embedded.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var item in Visible())
        {
            if (item.Content is Contents.TextContent letters)
                text.Append(letters.Text);
        }
        return text.ToString();
    }

    /// <summary>A text in runs of equal formatting.</summary>
    public IReadOnlyList<DeltaRun> Delta() => DeltaReader.Read(type);

    /// <summary>Values of an array, children of a fragment or an element.</summary>
    public IReadOnlyList<YValue> Values()
    {
        var values = new List<YValue>();
        foreach (var item in Visible())
            ContentReader.AddValues(item.Content, values);
        return values;
    }

    /// <summary>Entries of a map, attributes of an element or of a text, by rising key.</summary>
    public IReadOnlyDictionary<string, YValue> Entries()
    {
        var entries = new SortedDictionary<string, YValue>(StringComparer.Ordinal);
        foreach (var (key, item) in type.Entries ?? [])
        {
            if (!item.IsDeleted)
                entries.Add(key, ContentReader.LastValue(item.Content));
        }
        return entries;
    }

    /// <summary>As Yjs' toJSON: arrays and maps as such, a text as its letters, XML as text.</summary>
    public JsonNode? ToJson() => JsonReader.Read(this);

    /// <summary>As Yjs' toString of XML types: nothing is escaped, so it is for people and comparisons, not for browsers.</summary>
    public string ToXml() => XmlReader.Read(this);

    /// <summary>Items of the list that readers see.</summary>
    internal IEnumerable<Item> Visible()
    {
        for (var item = type.Start; item is not null; item = item.Right)
        {
            if (item.IsVisible)
                yield return item;
        }
    }
}
