using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Deletes items and what they hold, and cuts items where a change begins or ends.</summary>
internal sealed class Deletion(StructStore store, Transaction transaction, ListOrder order)
{
    /// <summary>So many ranges of one client are worth going through all its structs.</summary>
    private const int RangesMany = 32;

    // Types wait here in place of calls inside calls: how deep they lie is the sender's choice.
    private readonly Stack<SharedType> open = new();

    /// <summary>Deletes what is known of the ranges, which rise and do not touch.</summary>
    public void DeleteRanges(long clientId, List<ClockRange> ranges)
    {
        if (ranges.Count >= RangesMany && store.Of(clientId) is { } client)
            Cut(client, ranges);
        foreach (var range in ranges)
            DeleteRange(clientId, range);
    }

    /// <summary>Deletes what is known of a range. A deletion twice changes nothing.</summary>
    private void DeleteRange(long clientId, ClockRange range)
    {
        if (store.Of(clientId) is not { } client || range.Clock >= client.State)
            return;
        var index = client.IndexOf(range.Clock);
        if (client.Structs[index] is Item { IsDeleted: false } first && first.Clock < range.Clock)
            Split(client, index++, (int)(range.Clock - first.Clock));
        for (; index < client.Structs.Count && client.Structs[index].Clock < range.End; index++)
        {
            if (client.Structs[index] is not Item { IsDeleted: false } item)
                continue;
            if (range.End < item.End)
                Split(client, index, (int)(range.End - item.Clock));
            Delete(item);
        }
    }

    public void Delete(Item item)
    {
        Mark(item);
        while (open.TryPop(out var type))
        {
            for (var child = type.Start; child is not null; child = child.Right)
                Mark(child);
            foreach (var newest in type.Newest)
                Mark(newest);
        }
    }

    /// <summary>Cuts an item in two and gives the right part.</summary>
    /// <param name="index">Where the item stands among the client's structs.</param>
    public Item Split(ClientStructs client, int index, int offset)
    {
        var right = Split(client, (Item)client.Structs[index], offset);
        transaction.Comparisons += (client.Structs.Count - index) / Transaction.MovedOfAComparison;
        client.Structs.Insert(index + 1, right);
        return right;
    }

    /// <summary>Cuts where ranges begin and end, in one pass: cut by cut, all that lies behind would be moved for each.</summary>
    private void Cut(ClientStructs client, List<ClockRange> ranges)
    {
        var cut = new List<Struct>(client.Structs.Count + (2 * ranges.Count));
        var edges = ranges.SelectMany(range => (long[])[range.Clock, range.End]).GetEnumerator();
        var hasEdge = edges.MoveNext();
        foreach (var whole in client.Structs)
        {
            var rest = whole;
            cut.Add(rest);
            for (; hasEdge && edges.Current < rest.End; hasEdge = edges.MoveNext())
            {
                if (edges.Current > rest.Clock && rest is Item { IsDeleted: false } item)
                    cut.Add(rest = Split(client, item, (int)(edges.Current - item.Clock)));
            }
        }
        client.Structs.Clear();
        client.Structs.AddRange(cut);
    }

    private Item Split(ClientStructs client, Item item, int offset)
    {
        var rank = order.Between(item, item.Right);
        var right = item.Split(offset);
        right.Rank = rank;
        store.StructCount++;
        transaction.Touch(client, right.Clock, 1);
        if (right.IsDeleted && right.Content is not DeletedContent)
            transaction.Deleted.Add(right);
        if (item is { Key: not null, IsDeleted: false })
            Outdate(item);
        return right;
    }

    /// <summary>Several values under one key, of which the last counts: whoever hears of the parts one by one deletes the others.</summary>
    private void Outdate(Item item)
    {
        Delete(item);
        transaction.IsAltered = true;
    }

    private void Mark(Item item)
    {
        if (item.IsDeleted)
            return;
        if (item.IsCountable && item.Key is null)
            item.Place.Length -= item.Length;
        item.MarkDeleted();
        transaction.Deleted.Add(item);
        transaction.Touch(store.Of(item.Id.Client)!, item.Clock, item.Length);
        if (item.Held is { } type)
            open.Push(type);
    }
}
