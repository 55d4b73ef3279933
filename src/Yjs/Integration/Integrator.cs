using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Puts structs into a document, in the order of a plan: what they rest on is there already.</summary>
internal sealed class Integrator(StructStore store, Dictionary<string, SharedType> roots, Transaction transaction)
{
    private readonly Deletion deletion = new(store, transaction);
    private readonly HashSet<Item> seen = [];
    private readonly HashSet<Item> conflicting = [];

    /// <summary>About so many bytes of content.</summary>
    public long WeightBytes { get; set; }

    public Deletion Deletion => deletion;

    public void Integrate(Struct added)
    {
        if (added is not Item item || !FindPlace(item, out var left, out var right))
        {
            Add(added as CollectedRun ?? new CollectedRun(added.Id, added.Length));
            return;
        }
        Link(item, ResolveConflicts(item, left, right));
        var place = item.Place;
        if (item.Key is null && item.IsCountable)
            place.Length += item.Length;
        Add(item);
        WeightBytes += item.Content.WeightBytes;
        if (item.Content is Contents.TypeContent { Type: var type })
            (type.Holder, type.Depth) = (item, place.Depth + 1);
        if (item.Content is Contents.DeletedContent)
            item.MarkDeleted();
        // What comes into a deleted type, or under a key that has a newer value, is deleted with it.
        if (place.Holder is { IsDeleted: true } || (item.Key is not null && item.Right is not null))
            deletion.Delete(item);
    }

    /// <summary>Finds neighbours and parent. False where the place is collected: then nothing but the clocks is kept.</summary>
    private bool FindPlace(Item item, out Item? left, out Item? right)
    {
        var before = item.Origin.IsNone ? null : EndingAt(item.Origin);
        var after = item.RightOrigin.IsNone ? null : BeginningAt(item.RightOrigin);
        (left, right) = (before as Item, after as Item);
        if (before is CollectedRun || after is CollectedRun)
            return false;
        if ((left ?? right) is { } neighbour)
            (item.Parent, item.Key) = (neighbour.Place, neighbour.Key);
        else
            item.Parent = Resolve(item.Parent);
        return item.Parent is not null;
    }

    private SharedType? Resolve(Parent? parent) => parent switch
    {
        RootParent root => Root(root.Name),
        ItemParent { Id: var id } => (store.Find(id) as Item)?.Held,
        _ => parent as SharedType,
    };

    private SharedType Root(string name)
    {
        if (!roots.TryGetValue(name, out var root))
            roots.Add(name, root = new SharedType(TypeKind.Unknown, name));
        return root;
    }

    /// <summary>
    /// The order of YATA: between what the author saw to the left and to the right, others may have written meanwhile. An
    /// item goes behind those of smaller clients with the same left neighbour, and behind what belongs to those.
    /// Time grows with the square of what was written at one place at once.
    /// </summary>
    private Item? ResolveConflicts(Item item, Item? left, Item? right)
    {
        if (left is null ? right is not null && right.Left is null : left.Right == right)
            return left;
        seen.Clear();
        conflicting.Clear();
        var other = left is not null ? left.Right : FirstIn(item.Place, item.Key);
        for (; other is not null && other != right; other = other.Right)
        {
            seen.Add(other);
            conflicting.Add(other);
            if (item.Origin == other.Origin)
            {
                if (other.Id.Client < item.Id.Client)
                {
                    left = other;
                    conflicting.Clear();
                }
                else if (item.RightOrigin == other.RightOrigin)
                {
                    break;
                }
            }
            else if (!other.Origin.IsNone && store.Find(other.Origin) is Item origin && seen.Contains(origin))
            {
                if (!conflicting.Contains(origin))
                {
                    left = other;
                    conflicting.Clear();
                }
            }
            else
            {
                break;
            }
        }
        return left;
    }

    private static Item? FirstIn(SharedType place, string? key)
    {
        if (key is null)
            return place.Start;
        var first = place.Entry(key);
        while (first?.Left is not null)
            first = first.Left;
        return first;
    }

    private void Link(Item item, Item? left)
    {
        var place = item.Place;
        item.Left = left;
        if (left is not null)
        {
            item.Right = left.Right;
            left.Right = item;
        }
        else
        {
            item.Right = FirstIn(place, item.Key);
            if (item.Key is null)
                place.Start = item;
        }
        if (item.Right is not null)
            item.Right.Left = item;
        else if (item.Key is not null)
            Replace(place, item);
    }

    private void Replace(SharedType place, Item item)
    {
        place.SetEntry(item.Key!, item);
        if (item.Left is not null)
            deletion.Delete(item.Left);
    }

    private void Add(Struct added) => transaction.Touch(store.Add(added), added.Clock, added.Length);

    /// <summary>The struct whose last unit this is; an item is cut there.</summary>
    private Struct EndingAt(Id id)
    {
        var client = store.Of(id.Client)!;
        var index = client.IndexOf(id.Clock);
        var found = client.Structs[index];
        if (found is Item item && id.Clock < item.End - 1)
            deletion.Split(client, index, (int)(id.Clock + 1 - item.Clock));
        return found;
    }

    /// <summary>The struct whose first unit this is; an item is cut there.</summary>
    private Struct BeginningAt(Id id)
    {
        var client = store.Of(id.Client)!;
        var index = client.IndexOf(id.Clock);
        var found = client.Structs[index];
        return found is Item item && id.Clock > item.Clock ? deletion.Split(client, index, (int)(id.Clock - item.Clock)) : found;
    }
}
