using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>What one change of a document touched, so that at its end only that is collected and merged. Used again and again.</summary>
internal sealed class Transaction
{
    /// <summary>Entries of a list that are moved in the time of one comparison, with room to spare.</summary>
    public const int MovedOfAComparison = 64;

    /// <summary>Items that were deleted and whose content is still there.</summary>
    public List<Item> Deleted { get; } = [];

    /// <summary>Places where neighbours may have become one.</summary>
    public List<(ClientStructs Client, ClockRange Range)> Touched { get; } = [];

    /// <summary>Something came in otherwise than the update said.</summary>
    public bool IsAltered { get; set; }

    /// <summary>Where the merging of one client works, by index. Empty between two uses.</summary>
    public List<(int First, int Last)> Stretches { get; } = [];

    /// <summary>Items that others were compared with; <see cref="MovedOfAComparison"/> entries of lists that cuts moved count for one.</summary>
    public long Comparisons { get; set; }

    /// <summary>Numbers that were dealt out anew, see <see cref="ListOrder"/>.</summary>
    public long Numbered { get; set; }

    public void Touch(ClientStructs client, long clock, long length)
    {
        if (Touched.Count > 0 && Touched[^1] is var (last, range) && last == client && range.Clock <= clock && range.End >= clock)
            Touched[^1] = (client, range with { Length = Math.Max(range.End, clock + length) - range.Clock });
        else
            Touched.Add((client, new ClockRange(clock, length)));
    }

    public void Clear()
    {
        Deleted.Clear();
        Touched.Clear();
        IsAltered = false;
        (Comparisons, Numbered) = (0, 0);
    }
}
