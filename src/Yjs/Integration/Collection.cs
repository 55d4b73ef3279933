using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Forgets what was deleted: the content of an item, and of what lay inside it even the place.</summary>
internal sealed class Collection(StructStore store, Transaction transaction)
{
    private readonly Stack<SharedType> open = new();

    /// <summary>Bytes of content that went.</summary>
    public long Collect()
    {
        long freed = 0;
        foreach (var item in transaction.Deleted)
        {
            // It may be gone with its parent already.
            if (item.Content is DeletedContent)
                continue;
            freed += Forget(item);
            while (open.TryPop(out var type))
                freed += Empty(type);
        }
        return freed;
    }

    private int Forget(Item item)
    {
        if (item.Held is { } type)
            open.Push(type);
        var freed = item.Content.WeightBytes;
        item.ForgetContent();
        return freed;
    }

    private long Empty(SharedType type)
    {
        long freed = 0;
        for (var child = type.Start; child is not null; child = child.Right)
            freed += Replace(child);
        foreach (var newest in type.Newest)
        {
            for (var older = newest; older is not null; older = older.Left)
                freed += Replace(older);
        }
        type.Start = null;
        type.Entries = null;
        return freed;
    }

    /// <summary>Children that were deleted before their parent are replaced too, and touched, so that they become one run.</summary>
    private int Replace(Item child)
    {
        var freed = Forget(child);
        var client = store.Of(child.Id.Client)!;
        client.Structs[client.IndexOf(child.Clock)] = new CollectedRun(child.Id, child.Length);
        transaction.Touch(client, child.Clock, child.Length);
        return freed;
    }
}
