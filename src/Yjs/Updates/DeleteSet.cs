using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Updates;

/// <summary>Which units are deleted, by client.</summary>
internal sealed class DeleteSet
{
    // Most updates delete nothing: then there is no table.
    private Dictionary<long, List<ClockRange>>? clients;

    public bool IsEmpty => clients is null;

    public int RangeCount => clients?.Values.Sum(ranges => ranges.Count) ?? 0;

    public IEnumerable<KeyValuePair<long, List<ClockRange>>> Clients => clients ?? [];

    public void Add(long client, long clock, long length)
    {
        clients ??= [];
        if (!clients.TryGetValue(client, out var ranges))
            clients.Add(client, ranges = []);
        if (ranges.Count > 0 && ranges[^1].End == clock)
            ranges[^1] = ranges[^1] with { Length = ranges[^1].Length + length };
        else
            ranges.Add(new ClockRange(clock, length));
    }

    public void AddAll(DeleteSet other)
    {
        foreach (var (client, ranges) in other.Clients)
        {
            foreach (var range in ranges)
                Add(client, range.Clock, range.Length);
        }
    }

    /// <summary>Sorts, and joins what touches or overlaps.</summary>
    public void Normalise()
    {
        foreach (var (_, ranges) in Clients)
        {
            if (ranges.Count < 2)
                continue;
            ranges.Sort((one, other) => one.Clock.CompareTo(other.Clock));
            var last = 0;
            for (var index = 1; index < ranges.Count; index++)
            {
                if (ranges[index].Clock <= ranges[last].End)
                    ranges[last] = ranges[last] with { Length = Math.Max(ranges[last].End, ranges[index].End) - ranges[last].Clock };
                else
                    ranges[++last] = ranges[index];
            }
            ranges.RemoveRange(last + 1, ranges.Count - last - 1);
        }
    }

    public void Write(ByteWriter writer)
    {
        writer.WriteVarUint(clients?.Count ?? 0);
        foreach (var (client, ranges) in Clients.OrderByDescending(pair => pair.Key))
        {
            writer.WriteVarUint(client);
            writer.WriteVarUint(ranges.Count);
            foreach (var range in ranges)
            {
                writer.WriteVarUint(range.Clock);
                writer.WriteVarUint(range.Length);
            }
        }
    }
}
