using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>How deep the types of a plan would lie. Looked at only where a plan brings types: text alone goes no deeper.</summary>
internal static class NestingRule
{
    /// <summary>The deepest place of a type that the plan brings; 0 where it brings none.</summary>
    public static int DeepestOf(IntegrationPlan plan, StructStore store)
    {
        if (!plan.Order.Exists(added => added is Item { Held: not null }))
            return 0;
        var depths = new Dictionary<long, SortedList<long, int>>();
        var deepest = 0;
        foreach (var added in plan.Order)
        {
            if (added is not Item item)
                continue;
            var depth = DepthOf(item, store, depths);
            if (!depths.TryGetValue(item.Id.Client, out var own))
                depths.Add(item.Id.Client, own = []);
            own[item.Clock] = depth;
            if (item.Held is not null)
                deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }

    /// <summary>Depth of a type that lies where the item does. Its neighbours and its parent come before it in the plan.</summary>
    private static int DepthOf(Item item, StructStore store, Dictionary<long, SortedList<long, int>> depths)
    {
        if (!item.Origin.IsNone)
            return At(item.Origin);
        if (!item.RightOrigin.IsNone)
            return At(item.RightOrigin);
        return item.Parent is ItemParent parent ? At(parent.Id) + 1 : 1;

        int At(Id id) => store.Find(id) switch
        {
            Item known => known.Place.Depth + 1,
            not null => 0,
            null => depths.TryGetValue(id.Client, out var own) ? AtOrBefore(own, id.Clock) : 0,
        };
    }

    private static int AtOrBefore(SortedList<long, int> depths, long clock)
    {
        var (low, high) = (0, depths.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (depths.Keys[middle] <= clock)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? 0 : depths.Values[low - 1];
    }
}
