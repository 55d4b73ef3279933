using PartyRealtime.Yjs.Integration;
using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>Writes updates in format v1.</summary>
internal static class UpdateEncoder
{
    /// <summary>Writes the structs of several clients from a clock on, and what waits behind them, with gaps told.</summary>
    /// <param name="known">For each client the clock below which nothing is needed.</param>
    public static void WriteState(ByteWriter writer, StructStore store, Dictionary<long, List<Struct>> waiting, IReadOnlyDictionary<long, long> known)
    {
        var clients = store.Clients.Where(client => client.State > Known(client.Client)).Select(client => client.Client)
            .Union(waiting.Where(lane => lane.Value[^1].End > Known(lane.Key)).Select(lane => lane.Key))
            .OrderDescending().ToList();
        writer.WriteVarUint(clients.Count);
        foreach (var client in clients)
        {
            var integrated = store.Of(client)?.Structs ?? [];
            WriteBlock(writer, client, Known(client), waiting.TryGetValue(client, out var lane) ? [.. integrated, .. lane] : integrated);
        }

        long Known(long client) => known.TryGetValue(client, out var clock) ? clock : 0;
    }

    /// <summary>Writes structs that are held by no document.</summary>
    public static void WriteBlocks(ByteWriter writer, IEnumerable<ClientBlock> blocks)
    {
        var ordered = blocks.OrderByDescending(block => block.Client).ToList();
        writer.WriteVarUint(ordered.Count);
        foreach (var block in ordered)
            WriteBlock(writer, block.Client, 0, block.Structs);
    }

    /// <summary>Everything that is deleted.</summary>
    public static DeleteSet DeletionsOf(StructStore store)
    {
        var set = new DeleteSet();
        foreach (var client in store.Clients)
        {
            foreach (var one in client.Structs)
            {
                if (one.IsDeleted)
                    set.Add(client.Client, one.Clock, one.Length);
            }
        }
        return set;
    }

    private static void WriteBlock(ByteWriter writer, long client, long from, List<Struct> structs)
    {
        var first = StructRuns.FirstEndingAfter(structs, from);
        var clock = Math.Max(from, structs[first].Clock);
        writer.WriteVarUint(structs.Count - first + GapsAfter(structs, first));
        writer.WriteVarUint(client);
        writer.WriteVarUint(clock);
        for (var index = first; index < structs.Count; index++)
        {
            var next = structs[index];
            if (next.Clock > clock)
                WriteGap(writer, next.Clock - clock);
            next.Write(writer, (int)Math.Max(0, clock - next.Clock));
            clock = next.End;
        }
    }

    private static int GapsAfter(List<Struct> structs, int first)
    {
        var gaps = 0;
        for (var index = first + 1; index < structs.Count; index++)
        {
            if (structs[index].Clock > structs[index - 1].End)
                gaps++;
        }
        return gaps;
    }

    private static void WriteGap(ByteWriter writer, long length)
    {
        writer.WriteByte(StructKind.Gap);
        writer.WriteVarUint(length);
    }
}
