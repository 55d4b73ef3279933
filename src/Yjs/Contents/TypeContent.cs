using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>A shared type inside another.</summary>
internal sealed class TypeContent(SharedType type) : Content
{
    public SharedType Type { get; } = type;

    public override byte Kind => StructKind.Type;

    public override int WeightBytes => 160;

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteVarUint((int)Type.Kind);
        if (Type.Kind is TypeKind.XmlElement or TypeKind.XmlHook)
            writer.WriteString(Type.Name);
    }
}
