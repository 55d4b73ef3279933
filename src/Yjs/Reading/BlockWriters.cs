using System.Globalization;
using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Reading;

/// <summary>
/// Which clients the visible letters of a page came from. A letter's client is part of its name for ever, whatever was
/// merged or collected since; what undoing brings back is the undoing client's.
/// </summary>
public static class BlockWriters
{
    /// <summary>
    /// The blocks in the order of the page, also those inside other elements. A block that lies in a block counts for itself.
    /// </summary>
    /// <param name="page">An XML fragment.</param>
    /// <param name="block">The tag of the elements that are blocks.</param>
    public static IReadOnlyList<BlockLetters> Read(YType page, string block)
    {
        var blocks = new List<BlockLetters>();
        Walk(page.Source, block, null, blocks);
        return blocks;
    }

    private static void Walk(SharedType type, string block, Dictionary<long, int>? letters, List<BlockLetters> blocks)
    {
        for (var item = type.Start; item is not null; item = item.Right)
        {
            if (item.IsDeleted)
                continue;
            if (letters is not null && item.Content is TextContent)
                letters[item.Id.Client] = letters.GetValueOrDefault(item.Id.Client) + item.Length;
            else if (item.Held is { Kind: TypeKind.XmlElement } element && element.Name == block)
                Walk(element, block, Begin(item, blocks), blocks);
            else if (item.Held is { } held)
                Walk(held, block, letters, blocks);
        }
    }

    private static Dictionary<long, int> Begin(Item item, List<BlockLetters> blocks)
    {
        var letters = new Dictionary<long, int>();
        blocks.Add(new BlockLetters(string.Create(CultureInfo.InvariantCulture, $"{item.Id.Client}:{item.Id.Clock}"), letters));
        return letters;
    }
}
