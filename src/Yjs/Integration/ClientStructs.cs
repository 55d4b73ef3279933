using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>All structs of one client that are integrated, from clock 0 on without a gap.</summary>
internal sealed class ClientStructs(long client)
{
    public long Client { get; } = client;

    public List<Struct> Structs { get; } = [];

    /// <summary>The clock after the last unit.</summary>
    public long State => Structs.Count == 0 ? 0 : Structs[^1].End;

    /// <summary>Index of the struct that holds a clock.</summary>
    /// <param name="clock">0 to <see cref="State"/> - 1.</param>
    public int IndexOf(long clock)
    {
        var (low, high) = (0, Structs.Count - 1);
        // Most look-ups are of what was written last.
        if (Structs[high].Clock <= clock)
            return high;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Structs[middle].Clock <= clock)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
