using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>Names another document. It is kept and passed on, and never opened.</summary>
/// <param name="options">A value of lib0's "any" encoding.</param>
internal sealed class SubdocumentContent(string guid, byte[] options) : Content
{
    public string Guid { get; } = guid;

    public override byte Kind => StructKind.Subdocument;

    public override int WeightBytes => 64 + 2 * Guid.Length + options.Length;

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteString(Guid);
        writer.WriteBytes(options);
    }
}
