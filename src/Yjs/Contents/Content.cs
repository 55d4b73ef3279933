using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Contents;

/// <summary>What an item holds.</summary>
internal abstract class Content
{
    /// <summary>The number of the kind in the update format.</summary>
    public abstract byte Kind { get; }

    /// <summary>Units.</summary>
    public virtual int Length => 1;

    /// <summary>Does it take up room in its list? Marks of formatting and what is deleted do not.</summary>
    public virtual bool IsCountable => true;

    /// <summary>About so many bytes of memory beside the item; the sum of two that are joined is that of the one.</summary>
    public abstract int WeightBytes { get; }

    /// <summary>A copy of what lies from a unit on.</summary>
    public virtual Content SliceFrom(int offset) => throw new InvalidOperationException("One unit cannot be divided.");

    /// <summary>Keeps the first units and gives the others.</summary>
    public virtual Content Split(int offset) => throw new InvalidOperationException("One unit cannot be divided.");

    /// <summary>Takes in what follows, where the kind can.</summary>
    public virtual bool TryAppend(Content next) => false;

    /// <summary>Writes what lies from a unit on.</summary>
    public abstract void Write(ByteWriter writer, int offset);
}
