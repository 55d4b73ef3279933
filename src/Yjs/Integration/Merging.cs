using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Makes one struct of neighbours that cannot be told from one: what a person types in one go is one item.</summary>
internal static class Merging
{
    /// <summary>Structs that went into others.</summary>
    public static int Merge(Transaction transaction)
    {
        var gone = 0;
        var touched = transaction.Touched;
        if (touched.Count > 1)
            touched.Sort(Order);
        // From the right to the left, so that what is still to come keeps its index.
        for (var index = touched.Count - 1; index >= 0; index--)
        {
            var (client, range) = touched[index];
            while (index > 0 && touched[index - 1] is var (before, earlier) && before == client && earlier.End >= range.Clock)
            {
                range = new ClockRange(earlier.Clock, Math.Max(earlier.End, range.End) - earlier.Clock);
                index--;
            }
            gone += MergeRange(client.Structs, client, range);
        }
        return gone;
    }

    private static int Order((ClientStructs Client, ClockRange Range) one, (ClientStructs Client, ClockRange Range) other) =>
        one.Client == other.Client ? one.Range.Clock.CompareTo(other.Range.Clock) : one.Client.Client.CompareTo(other.Client.Client);

    /// <summary>Joins within the range and with the neighbours on both sides, and closes the list up once.</summary>
    private static int MergeRange(List<Struct> structs, ClientStructs client, ClockRange range)
    {
        var first = Math.Max(0, client.IndexOf(range.Clock) - 1);
        var last = Math.Min(structs.Count - 1, client.IndexOf(Math.Min(range.End, client.State) - 1) + 1);
        var kept = first;
        for (var index = first + 1; index <= last; index++)
        {
            if (!TryAppend(structs[kept], structs[index]))
                structs[++kept] = structs[index];
        }
        structs.RemoveRange(kept + 1, last - kept);
        return last - kept;
    }

    private static bool TryAppend(Struct left, Struct right) => (left, right) switch
    {
        (Item one, Item other) => one.TryAppend(other),
        (CollectedRun one, CollectedRun other) => one.TryAppend(other),
        _ => false,
    };
}
