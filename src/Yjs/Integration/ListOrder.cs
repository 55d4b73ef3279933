using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>
/// Gives the items of a list numbers that rise from left to right, so that which of two comes first is one comparison, however
/// much lies between them. Where no number is free, those around are dealt out anew, over the smallest stretch that is
/// filled thinly enough: O(log n) numbers for an item in the mean, in whatever order items come (M. Bender, R. Cole,
/// E. Demaine, M. Farach-Colton, J. Zito: "Two Simplified Algorithms for Maintaining Order in a List", ESA 2002).
/// </summary>
internal sealed class ListOrder(Transaction transaction)
{
    private const int Bits = 62;
    private const long End = 1L << Bits;

    /// <summary>Between what is written one behind the other, so that what comes between them finds room.</summary>
    private const long Pace = 1L << 32;

    /// <summary>A stretch of 2^b numbers is thinly filled with fewer than this^b items; above 1, and below 2.</summary>
    private const double Filling = 1.45;

    /// <summary>Numbers for each item of a stretch that is dealt out, so that there is room also at its ends.</summary>
    private const long RoomMin = 4;

    /// <summary>A number for an item that comes between these neighbours; it is not linked to them yet.</summary>
    public long Between(Item? left, Item? right)
    {
        if ((right?.Rank ?? End) - (left?.Rank ?? -1) < 2)
            DealOut((left ?? right)!);
        var (low, high) = (left?.Rank ?? -1, right?.Rank ?? End);
        var middle = low + ((high - low) / 2);
        if (left is null == right is null)
            return middle;
        return right is null ? Math.Min(middle, low + Pace) : Math.Max(middle, high - Pace);
    }

    private void DealOut(Item around)
    {
        var (first, last, count, capacity) = (around, around, 1L, 1.0);
        for (var bits = 1; bits <= Bits; bits++)
        {
            var width = 1L << bits;
            var start = around.Rank & -width;
            capacity *= Filling;
            for (; first.Left is { } left && left.Rank >= start; count++)
                first = left;
            for (; last.Right is { } right && right.Rank < start + width; count++)
                last = right;
            if (count >= capacity || width / count < RoomMin)
                continue;
            DealOut(first, count, start, width / count);
            return;
        }
        throw new InvalidOperationException("No memory holds so many items.");
    }

    private void DealOut(Item? item, long count, long start, long pace)
    {
        var rank = start + (pace / 2);
        for (var left = count; left > 0; left--, rank += pace, item = item!.Right)
            item!.Rank = rank;
        transaction.Numbered += count;
    }
}
