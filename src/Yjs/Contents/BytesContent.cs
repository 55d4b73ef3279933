using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>Bytes, as one unit.</summary>
internal sealed class BytesContent(byte[] bytes) : Content
{
    public byte[] Bytes { get; } = bytes;

    public override byte Kind => StructKind.Bytes;

    public override int WeightBytes => 64 + Bytes.Length;

    public override void Write(ByteWriter writer, int offset) => writer.WriteBuffer(Bytes);
}
