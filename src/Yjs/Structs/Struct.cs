using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Structs;

/// <summary>A run of units of one client, with clocks one after the other. The structs of a client touch without a gap.</summary>
internal abstract class Struct(Id id, int length)
{
    public Id Id { get; } = id;

    /// <summary>Units; at least 1.</summary>
    public int Length { get; protected set; } = length;

    public long Clock => Id.Clock;

    /// <summary>The clock after the last unit.</summary>
    public long End => Id.Clock + Length;

    public abstract bool IsDeleted { get; }

    /// <summary>What is left of it from a unit on, as a struct of its own; this one stays as it is.</summary>
    /// <param name="offset">1 to <see cref="Length"/> - 1.</param>
    public abstract Struct SliceFrom(int offset);

    /// <summary>Writes the struct from a unit on.</summary>
    /// <param name="offset">0 to <see cref="Length"/> - 1.</param>
    public abstract void Write(ByteWriter writer, int offset);
}
