using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Deletes items and what they hold, and cuts items where a change begins or ends.</summary>
internal sealed class Deletion(StructStore store, Transaction transaction)
{
    // Types wait here in place of calls inside calls: how deep they lie is the sender's choice.
    private readonly Stack<SharedType> open = new();

    /// <summary>Deletes what is known of a range. A deletion twice changes nothing.</summary>
    public void DeleteRange(long clientId, ClockRange range)
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
        var item = (Item)client.Structs[index];
        var right = item.Split(offset);
        client.Structs.Insert(index + 1, right);
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
