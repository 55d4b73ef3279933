using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>From here on the text has an attribute with this value (readable JSON), or, with null, no longer has it.</summary>
internal sealed class FormatContent(string name, string json) : Content
{
    public string Name { get; } = name;

    public string Json { get; } = json;

    public override byte Kind => StructKind.Format;

    public override bool IsCountable => false;

    public override int WeightBytes => 96 + 2 * (Name.Length + Json.Length);

    public override void Write(ByteWriter writer, int offset)
    {
        writer.WriteString(Name);
        writer.WriteString(Json);
    }
}
