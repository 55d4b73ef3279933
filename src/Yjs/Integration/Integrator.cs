using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Puts structs into a document, in the order of a plan: what they rest on is there already.</summary>
internal sealed class Integrator
{
    private readonly StructStore store;
    private readonly Dictionary<string, SharedType> roots;
    private readonly Transaction transaction;
    private readonly ListOrder order;
    private readonly Deletion deletion;

    public Integrator(StructStore store, Dictionary<string, SharedType> roots, Transaction transaction)
    {
        (this.store, this.roots, this.transaction) = (store, roots, transaction);
        order = new ListOrder(transaction);
        deletion = new Deletion(store, transaction, order);
    }

    /// <summary>About so many bytes of content.</summary>
    public long WeightBytes { get; set; }

    /// <summary>Comparisons of one change; who comes behind them finds no place.</summary>
    public long ComparisonsMax { get; set; }

    public Deletion Deletion => deletion;

    public void Integrate(Struct added)
    {
        if (added is not Item item || IsSpent || !FindPlace(item, out var left, out var right))
        {
            transaction.IsAltered |= added is Item;
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

    private bool IsSpent => transaction.Comparisons > ComparisonsMax;

    /// <summary>Finds neighbours and parent. False where they tell no place: then nothing but the clocks is kept, and nothing is cut.</summary>
    private bool FindPlace(Item item, out Item? left, out Item? right)
    {
        (left, right) = (null, null);
        if (!SawWhatIsThere(item))
            return false;
        left = item.Origin.IsNone ? null : EndingAt(item.Origin);
        right = item.RightOrigin.IsNone ? null : BeginningAt(item.RightOrigin);
        if ((left ?? right) is { } neighbour)
            (item.Parent, item.Key) = (neighbour.Place, neighbour.Key);
        else
            item.Parent = Resolve(item.Parent);
        return item.Parent is not null;
    }

    /// <summary>
    /// Is what its author saw on either side not collected, and the one before the other? No author sees it otherwise, and
    /// where an item that says so comes to stand would hang on the order in which items come in.
    /// </summary>
    private bool SawWhatIsThere(Item item)
    {
        var left = item.Origin.IsNone ? null : store.Find(item.Origin);
        var right = item.RightOrigin.IsNone ? null : store.Find(item.RightOrigin);
        if (left is CollectedRun || right is CollectedRun)
            return false;
        if (left is not Item before || right is not Item after)
            return true;
        return before == after
            ? item.Origin.Clock < item.RightOrigin.Clock
            : before.Place == after.Place && before.Key == after.Key && before.Rank < after.Rank;
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
    /// Each of those between is one comparison, so that time grows with the square of what was written at one place at once,
    /// up to <see cref="ComparisonsMax"/> and once the length of the list.
    /// </summary>
    private Item? ResolveConflicts(Item item, Item? left, Item? right)
    {
        if (left is null ? right is not null && right.Left is null : left.Right == right)
            return left;
        var first = left is not null ? left.Right : FirstIn(item.Place, item.Key);
        // What stands up to here comes before the item; of what stands behind it that is not known yet.
        var passed = long.MinValue;
        for (var other = first; other is not null && other != right; other = other.Right)
        {
            transaction.Comparisons++;
            if (item.Origin == other.Origin)
            {
                if (other.Id.Client < item.Id.Client)
                    (left, passed) = (other, other.Rank);
                else if (item.RightOrigin == other.RightOrigin)
                    break;
            }
            else if (!other.Origin.IsNone && store.Find(other.Origin) is Item origin && origin.Rank >= first!.Rank)
            {
                if (origin.Rank <= passed)
                    (left, passed) = (other, other.Rank);
            }
            else
            {
                break;
            }
        }
        return left;
    }

    private Item? FirstIn(SharedType place, string? key)
    {
        if (key is null)
            return place.Start;
        var first = place.Entry(key);
        for (; first?.Left is not null; transaction.Comparisons++)
            first = first.Left;
        return first;
    }

    private void Link(Item item, Item? left)
    {
        var place = item.Place;
        var right = left is not null ? left.Right : FirstIn(place, item.Key);
        (item.Left, item.Right, item.Rank) = (left, right, order.Between(left, right));
        if (left is not null)
            left.Right = item;
        else if (item.Key is null)
            place.Start = item;
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

    /// <summary>The item whose last unit this is, cut there where it goes on.</summary>
    private Item EndingAt(Id id)
    {
        var client = store.Of(id.Client)!;
        var index = client.IndexOf(id.Clock);
        var found = (Item)client.Structs[index];
        if (id.Clock < found.End - 1)
            deletion.Split(client, index, (int)(id.Clock + 1 - found.Clock));
        return found;
    }

    /// <summary>The item whose first unit this is, cut there where it begins earlier.</summary>
    private Item BeginningAt(Id id)
    {
        var client = store.Of(id.Client)!;
        var index = client.IndexOf(id.Clock);
        var found = (Item)client.Structs[index];
        return id.Clock > found.Clock ? deletion.Split(client, index, (int)(id.Clock - found.Clock)) : found;
    }
}
