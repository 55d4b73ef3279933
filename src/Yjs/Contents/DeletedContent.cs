using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>Content that is forgotten: only its length is left.</summary>
internal sealed class DeletedContent(int length) : Content
{
    private int length = length;

    public override byte Kind => StructKind.Deleted;

    public override int Length => length;

    public override bool IsCountable => false;

    public override int WeightBytes => 0;

    public override Content SliceFrom(int offset) => new DeletedContent(length - offset);

    public override Content Split(int offset)
    {
        var tail = new DeletedContent(length - offset);
        length = offset;
        return tail;
    }

    public override bool TryAppend(Content next)
    {
        if (next is not DeletedContent)
            return false;
        length += next.Length;
        return true;
    }

    public override void Write(ByteWriter writer, int offset) => writer.WriteVarUint(length - offset);
}
