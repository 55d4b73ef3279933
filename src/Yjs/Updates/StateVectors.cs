using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Updates;

/// <summary>State vectors: for each client the clock after its last known unit, which is what another side lacks nothing below.</summary>
public static class StateVectors
{
    /// <summary>The vector, or null where the bytes are none. A client named twice counts with the lower clock.</summary>
    public static IReadOnlyDictionary<long, long>? Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var vector = new Dictionary<long, long>();
        for (var count = reader.ReadVarUint(); count > 0 && !reader.Failed; count--)
        {
            var client = reader.ReadVarUint();
            var clock = reader.ReadVarUint();
            vector[client] = vector.TryGetValue(client, out var other) ? Math.Min(clock, other) : clock;
        }
        return reader.Failed || reader.Remaining > 0 ? null : vector;
    }

    public static byte[] Encode(IReadOnlyDictionary<long, long> vector)
    {
        var writer = new ByteWriter(vector.Count * 10 + 1);
        writer.WriteVarUint(vector.Count);
        foreach (var (client, clock) in vector.OrderByDescending(entry => entry.Key))
        {
            writer.WriteVarUint(client);
            writer.WriteVarUint(clock);
        }
        return writer.ToArray();
    }
}
