using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs;

/// <summary>Work on updates without a document.</summary>
public static class YUpdates
{
    /// <summary>
    /// One update that says what all of them say, gaps kept. Neighbours are not joined and nothing is collected: for a long
    /// log a document is smaller and, as its structs are joined, faster.
    /// </summary>
    /// <returns>Null, and a refusal, when one of them cannot be read.</returns>
    public static byte[]? Merge(IEnumerable<byte[]> updates, UpdateLimits limits, out UpdateRefusal? refusal)
    {
        var clients = new Dictionary<long, List<Struct>>();
        var deletions = new DeleteSet();
        foreach (var update in updates)
        {
            if (UpdateDecoder.Decode(update, limits, out refusal) is not { } decoded)
                return null;
            foreach (var block in decoded.Blocks)
                AddAll(clients, block);
            deletions.AddAll(decoded.Deletions);
        }
        refusal = null;
        deletions.Normalise();
        var writer = new ByteWriter(256);
        UpdateEncoder.WriteBlocks(writer, clients.Select(client => new ClientBlock(client.Key, client.Value)));
        deletions.Write(writer);
        return writer.ToArray();
    }

    private static void AddAll(Dictionary<long, List<Struct>> clients, ClientBlock block)
    {
        if (!clients.TryGetValue(block.Client, out var structs))
            clients.Add(block.Client, structs = []);
        foreach (var added in block.Structs)
            StructRuns.Insert(structs, added);
    }
}
