using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>Values as old versions of Yjs wrote them: JSON text each, or the word undefined.</summary>
internal sealed class JsonContent(List<string> values) : ListContent<string>(values)
{
    public const string Undefined = "undefined";

    public override byte Kind => StructKind.Json;

    public override int WeightBytes => Values.Sum(value => 32 + 2 * value.Length);

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteVarUint(Length - offset);
        for (var index = offset; index < Length; index++)
            writer.WriteString(Values[index]);
    }

    protected override Content Make(List<string> values) => new JsonContent(values);
}
