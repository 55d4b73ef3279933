using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>Values of arrays and maps, each as the bytes it came in.</summary>
internal sealed class AnyContent(List<byte[]> values) : ListContent<byte[]>(values)
{
    public override byte Kind => StructKind.Any;

    public override int WeightBytes => Values.Sum(value => 32 + value.Length);

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteVarUint(Length - offset);
        for (var index = offset; index < Length; index++)
            writer.WriteBytes(Values[index]);
    }

    protected override Content Make(List<byte[]> values) => new AnyContent(values);
}
