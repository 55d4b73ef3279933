using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Makes one struct of neighbours that cannot be told from one: what a person types in one go is one item.</summary>
internal static class Merging
{
    /// <summary>Structs that went into others.</summary>
    public static int Merge(Transaction transaction)
    {
        var touched = transaction.Touched;
        if (touched.Count > 1)
            touched.Sort(Order);
        var gone = 0;
        for (var index = 0; index < touched.Count;)
        {
            var client = touched[index].Client;
            for (; index < touched.Count && touched[index].Client == client; index++)
                AddStretch(transaction.Stretches, client, touched[index].Range);
            gone += Merge(client.Structs, transaction.Stretches);
            transaction.Stretches.Clear();
        }
        return gone;
    }

    private static int Order((ClientStructs Client, ClockRange Range) one, (ClientStructs Client, ClockRange Range) other) =>
        one.Client == other.Client ? one.Range.Clock.CompareTo(other.Range.Clock) : one.Client.Client.CompareTo(other.Client.Client);

    /// <summary>The structs of the range with their neighbours on both sides; they may be those of the last stretch too.</summary>
    private static void AddStretch(List<(int First, int Last)> stretches, ClientStructs client, ClockRange range)
    {
        var first = Math.Max(0, client.IndexOf(range.Clock) - 1);
        var last = Math.Min(client.Structs.Count - 1, client.IndexOf(Math.Min(range.End, client.State) - 1) + 1);
        if (stretches.Count > 0 && stretches[^1] is var (before, end) && end >= first)
            stretches[^1] = (before, Math.Max(end, last));
        else
            stretches.Add((first, last));
    }

    /// <summary>Joins within each stretch, and closes the list up in the same pass, whatever the number of stretches.</summary>
    private static int Merge(List<Struct> structs, List<(int First, int Last)> stretches)
    {
        var (kept, next) = (-1, 0);
        foreach (var (first, last) in stretches)
        {
            MoveUp(structs, ref kept, ref next, first + 1);
            for (; next <= last; next++)
            {
                if (!TryAppend(structs[kept], structs[next]))
                    structs[++kept] = structs[next];
            }
        }
        structs.RemoveRange(kept + 1, next - kept - 1);
        return next - kept - 1;
    }

    /// <summary>Keeps what lies before an index; where nothing went before it, it stays where it is.</summary>
    private static void MoveUp(List<Struct> structs, ref int kept, ref int next, int end)
    {
        if (kept + 1 == next)
            (kept, next) = (end - 1, end);
        for (; next < end; next++)
            structs[++kept] = structs[next];
    }

    private static bool TryAppend(Struct left, Struct right) => (left, right) switch
    {
        (Item one, Item other) => one.TryAppend(other),
        (CollectedRun one, CollectedRun other) => one.TryAppend(other),
        _ => false,
    };
}
