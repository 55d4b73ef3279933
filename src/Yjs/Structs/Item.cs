using PartyRealtime.Yjs.Contents;
using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Structs;

/// <summary>
/// Content at a place. The place is told by what its author saw to the left and to the right of it, which is all that the
/// order of concurrent items is decided by (Nicolaescu et al., "Near Real-Time Peer-to-Peer Shared Editing on Extensible
/// Data Types", GROUP 2016: YATA).
/// </summary>
internal sealed class Item(Id id, Id origin, Id rightOrigin, Parent? parent, string? key, Content content)
    : Struct(id, content.Length)
{
    private bool deleted;

    /// <summary>The last unit that the author saw to the left, or none.</summary>
    public Id Origin { get; } = origin;

    /// <summary>The first unit that the author saw to the right, or none.</summary>
    public Id RightOrigin { get; } = rightOrigin;

    public Item? Left { get; set; }

    public Item? Right { get; set; }

    /// <summary>Rises from left to right in its list; once integrated.</summary>
    public long Rank { get; set; }

    /// <summary>Before integration what the update named, or null where the neighbours tell; after it a <see cref="SharedType"/>.</summary>
    public Parent? Parent { get; set; } = parent;

    /// <summary>The key that it is the value of; null in a list.</summary>
    public string? Key { get; set; } = key;

    public Content Content { get; private set; } = content;

    public override bool IsDeleted => deleted;

    public Id LastId => new(Id.Client, End - 1);

    /// <summary>Does it count for the length of its list, once visible?</summary>
    public bool IsCountable => Content.IsCountable;

    /// <summary>Visible to readers.</summary>
    public bool IsVisible => !deleted && Content.IsCountable;

    /// <summary>The type that it holds, if it holds one.</summary>
    public SharedType? Held => (Content as TypeContent)?.Type;

    /// <summary>The type that it lies in; only once integrated.</summary>
    public SharedType Place => (SharedType)Parent!;

    public void MarkDeleted() => deleted = true;

    /// <summary>Forgets the content; the place stays, as others may have it for an origin.</summary>
    public void ForgetContent() => Content = new DeletedContent(Length);

    public override Struct SliceFrom(int offset) => Tail(offset, Content.SliceFrom(offset));

    /// <summary>Keeps the first units and gives the others as an item of their own, linked to its right.</summary>
    public Item Split(int offset)
    {
        var right = Tail(offset, Content.Split(offset));
        Length = offset;
        right.deleted = deleted;
        right.Left = this;
        right.Right = Right;
        if (Right is not null)
            Right.Left = right;
        Right = right;
        if (right.Key is not null && right.Right is null)
            Place.SetEntry(right.Key, right);
        return right;
    }

    /// <summary>
    /// Takes in the item that follows, when one author wrote both in one go and nothing came between: then they cannot be
    /// told from one item.
    /// </summary>
    public bool TryAppend(Item next)
    {
        if (next.Origin != LastId || Right != next || RightOrigin != next.RightOrigin || deleted != next.deleted ||
            (long)Length + next.Length > int.MaxValue || !Content.TryAppend(next.Content))
            return false;
        Length += next.Length;
        Right = next.Right;
        if (Right is not null)
            Right.Left = this;
        if (next.Key is not null && Place.Entry(next.Key) == next)
            Place.SetEntry(next.Key, this);
        return true;
    }

    public override void Write(ByteWriter writer, int offset)
    {
        var before = offset > 0 ? new Id(Id.Client, Clock + offset - 1) : Origin;
        var info = Content.Kind;
        if (!before.IsNone)
            info |= StructKind.HasOrigin;
        if (!RightOrigin.IsNone)
            info |= StructKind.HasRightOrigin;
        if (Key is not null)
            info |= StructKind.HasKey;
        writer.WriteByte(info);
        WriteId(writer, before);
        WriteId(writer, RightOrigin);
        if (before.IsNone && RightOrigin.IsNone)
            WriteParent(writer);
        Content.Write(writer, offset);
    }

    private static void WriteId(ByteWriter writer, Id id)
    {
        if (id.IsNone)
            return;
        writer.WriteVarUint(id.Client);
        writer.WriteVarUint(id.Clock);
    }

    private void WriteParent(ByteWriter writer)
    {
        var (root, id) = Parent switch
        {
            RootParent named => (named.Name, Id.None),
            ItemParent named => (null, named.Id),
            SharedType { Holder: { } holder } => (null, holder.Id),
            SharedType type => (type.Name, Id.None),
            _ => throw new InvalidOperationException("An item without neighbours has a parent."),
        };
        writer.WriteVarUint(root is null ? 0 : 1);
        if (root is null)
            WriteId(writer, id);
        else
            writer.WriteString(root);
        if (Key is not null)
            writer.WriteString(Key);
    }

    /// <summary>What an update named for a parent is left out: the part before tells it, and is all that the tail waits for.</summary>
    private Item Tail(int offset, Content content)
    {
        var place = Parent as SharedType;
        return new Item(
            Id with { Clock = Clock + offset }, new Id(Id.Client, Clock + offset - 1), RightOrigin, place, place is null ? null : Key, content);
    }
}
