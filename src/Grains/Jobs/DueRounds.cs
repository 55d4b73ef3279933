using System.Collections.Immutable;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// Works off all that is due, so many at a time. What could not be done is passed over for this once: it neither stops the rest
/// nor stands in its way.
/// </summary>
internal static class DueRounds
{
    /// <summary>Passed over in one go; beyond it something is wrong that the next look finds again.</summary>
    public const int PassedOverMax = 1_000;

    /// <param name="atOnceMax">How many in one round.</param>
    /// <param name="read">At most so many that are due, the longest due first; what was done is due no more.</param>
    /// <param name="key">Tells one from the others.</param>
    /// <param name="work">Does these, and returns those that it could not do.</param>
    public static async Task Work<T, TKey>(
        int atOnceMax, Func<int, Task<ImmutableArray<T>>> read, Func<T, TKey> key, Func<ImmutableArray<T>, Task<IEnumerable<T>>> work)
    {
        var passedOver = new HashSet<TKey>();
        while (passedOver.Count < PassedOverMax)
        {
            var due = await read(atOnceMax + passedOver.Count);
            ImmutableArray<T> now = [.. due.Where(one => !passedOver.Contains(key(one))).Take(atOnceMax)];
            if (now.IsEmpty)
                return;
            passedOver.UnionWith((await work(now)).Select(key));
            if (now.Length < atOnceMax)
                return;
        }
    }
}
