namespace PartyRealtime.Yjs.Structs;

/// <summary>
/// A list of items in order, and the newest item under each key. Which of the two is used depends on the kind: a text and
/// an array use the list, a map the keys, an XML element both.
/// </summary>
internal sealed class SharedType(TypeKind kind, string? name) : Parent
{
    public TypeKind Kind { get; } = kind;

    /// <summary>The name of a root, or the tag of an XML element.</summary>
    public string? Name { get; } = name;

    /// <summary>The item that holds this type; null for a root, and until the item is integrated.</summary>
    public Item? Holder { get; set; }

    /// <summary>Types above this one; 0 for a root.</summary>
    public int Depth { get; set; }

    /// <summary>The first item of the list, deleted ones included.</summary>
    public Item? Start { get; set; }

    /// <summary>The newest item under each key, deleted ones included; null while there was none.</summary>
    public Dictionary<string, Item>? Entries { get; set; }

    /// <summary>Units in the list that are visible.</summary>
    public long Length { get; set; }

    /// <summary>The newest item of every key.</summary>
    public IReadOnlyCollection<Item> Newest => Entries is null ? [] : Entries.Values;

    public Item? Entry(string key) => Entries is not null && Entries.TryGetValue(key, out var item) ? item : null;

    public void SetEntry(string key, Item item) => (Entries ??= new Dictionary<string, Item>(StringComparer.Ordinal))[key] = item;
}
