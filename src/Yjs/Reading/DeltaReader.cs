using System.Text;
using System.Text.Json.Nodes;
using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>
/// Reads a text with its formatting. A run ends at every mark of formatting, even where the mark changes nothing, as in
/// Yjs: two runs beside each other may have the same attributes.
/// </summary>
internal sealed class DeltaReader
{
    private readonly OrderedDictionary<string, JsonNode?> attributes = new(StringComparer.Ordinal);
    private readonly StringBuilder letters = new();
    private readonly List<DeltaRun> runs = [];

    public static List<DeltaRun> Read(SharedType type)
    {
        var reader = new DeltaReader();
        for (var item = type.Start; item is not null; item = item.Right)
        {
            if (!item.IsDeleted)
                reader.Add(item.Content);
        }
        reader.EndRun();
        return reader.runs;
    }

    private void Add(Content content)
    {
        switch (content)
        {
            case TextContent text:
                letters.Append(text.Text);
                break;
            case EmbedContent or TypeContent:
                EndRun();
                runs.Add(new DeltaRun(null, ContentReader.Single(content), Attributes()));
                break;
            case FormatContent format:
                EndRun();
                if (format.Json == "null")
                    attributes.Remove(format.Name);
                else
                    attributes[format.Name] = JsonTexts.Parse(format.Json);
                break;
        }
    }

    private void EndRun()
    {
        if (letters.Length == 0)
            return;
        runs.Add(new DeltaRun(letters.ToString(), null, Attributes()));
        letters.Clear();
    }

    private KeyValuePair<string, JsonNode?>[] Attributes() => attributes.Count == 0 ? [] : [.. attributes];
}
