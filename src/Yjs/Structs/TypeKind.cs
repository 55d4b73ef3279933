namespace PartyRealtime.Yjs.Structs;

/// <summary>What a shared type is. The numbers are those of the update format.</summary>
public enum TypeKind
{
    Array = 0,
    Map = 1,
    Text = 2,
    XmlElement = 3,
    XmlFragment = 4,
    XmlHook = 5,
    XmlText = 6,

    /// <summary>A root of which only the name is known: updates do not say what a root is.</summary>
    Unknown = 255,
}
