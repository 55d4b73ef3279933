namespace PartyRealtime.Yjs.Structs;

/// <summary>Where an item lies. An item that came by an update names its parent; one that was integrated holds it.</summary>
internal abstract class Parent;

/// <summary>A root of the document, by its name.</summary>
internal sealed class RootParent(string name) : Parent
{
    public string Name { get; } = name;
}

/// <summary>The type that the item with this id holds.</summary>
internal sealed class ItemParent(Id id) : Parent
{
    public Id Id { get; } = id;
}
