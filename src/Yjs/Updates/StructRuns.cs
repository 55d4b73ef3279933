using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>Lists of structs of one client by rising clock, without overlap.</summary>
internal static class StructRuns
{
    /// <summary>Puts a struct in its place; units that the list already has are left out of it.</summary>
    public static void Insert(List<Struct> structs, Struct added)
    {
        if (structs.Count == 0 || structs[^1].End <= added.Clock)
        {
            structs.Add(added);
            return;
        }
        var index = FirstEndingAfter(structs, added.Clock);
        while (index < structs.Count && structs[index].Clock <= added.Clock && !Replaces(added, structs[index]))
        {
            if (structs[index].End >= added.End)
                return;
            added = added.SliceFrom((int)(structs[index].End - added.Clock));
            index++;
        }
        PutBefore(structs, index, added);
    }

    /// <summary>Both lists in one. The lists themselves stay as they are.</summary>
    public static List<Struct> Union(List<Struct> one, List<Struct> other)
    {
        var union = new List<Struct>(one.Count + other.Count);
        union.AddRange(one);
        foreach (var added in other)
            Insert(union, added);
        return union;
    }

    /// <summary>Index of the first struct that ends after a clock; the count where none does.</summary>
    public static int FirstEndingAfter(List<Struct> structs, long clock)
    {
        var (low, high) = (0, structs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (structs[middle].End <= clock)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>
    /// Somebody has forgotten these units with what they lay in. Told so, a document need not wait for their neighbours.
    /// </summary>
    private static bool Replaces(Struct added, Struct there) => added is CollectedRun && there is Item && there.Clock == added.Clock;

    /// <summary>The struct begins no later than the one at the index: what it covers goes, and what juts out beyond it stays.</summary>
    private static void PutBefore(List<Struct> structs, int index, Struct added)
    {
        var covered = index;
        while (covered < structs.Count && structs[covered].End <= added.End)
            covered++;
        structs.RemoveRange(index, covered - index);
        if (index < structs.Count && structs[index].Clock < added.End)
            structs[index] = structs[index].SliceFrom((int)(added.End - structs[index].Clock));
        structs.Insert(index, added);
    }
}
