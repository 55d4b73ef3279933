using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Structs;

/// <summary>Units whose place and content are forgotten, because what they lay in is deleted. Only their clocks are kept.</summary>
internal sealed class CollectedRun(Id id, int length) : Struct(id, length)
{
    public override bool IsDeleted => true;

    public override Struct SliceFrom(int offset) => new CollectedRun(Id with { Clock = Clock + offset }, Length - offset);

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteByte(StructKind.Collected);
        writer.WriteVarUint(Length - offset);
    }

    /// <summary>Takes in the run that follows; false when the length could not be told.</summary>
    public bool TryAppend(CollectedRun next)
    {
        if ((long)Length + next.Length > int.MaxValue)
            return false;
        Length += next.Length;
        return true;
    }
}
