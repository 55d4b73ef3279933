using System.Text;
using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Protocols;

/// <summary>Awareness updates, as y-protocols sends them: a count, and for each client its id, its clock and its state as JSON.</summary>
public static class AwarenessUpdate
{
    /// <summary>The states of an update in its order, or null where it is malformed or beyond a limit.</summary>
    public static IReadOnlyList<AwarenessState>? Decode(ReadOnlySpan<byte> update, AwarenessLimits limits)
    {
        var reader = new ByteReader(update);
        var count = reader.ReadVarUint();
        if (count > limits.ClientsMax)
            return null;
        var states = new List<AwarenessState>();
        for (; count > 0 && !reader.Failed; count--)
        {
            var (client, clock) = (reader.ReadVarUint(), reader.ReadVarUint());
            var json = reader.ReadUtf8();
            if (json.Length > limits.StateBytesMax || !JsonTexts.IsReadable(json))
                reader.Fail();
            states.Add(new AwarenessState(client, clock, Encoding.UTF8.GetString(json)));
        }
        return reader.Failed || reader.Remaining > 0 ? null : states;
    }

    public static byte[] Encode(IReadOnlyCollection<AwarenessState> states)
    {
        var writer = new ByteWriter(16 + states.Sum(state => 16 + state.Json.Length));
        writer.WriteVarUint(states.Count);
        foreach (var state in states)
        {
            writer.WriteVarUint(state.Client);
            writer.WriteVarUint(state.Clock);
            writer.WriteString(state.Json);
        }
        return writer.ToArray();
    }
}
