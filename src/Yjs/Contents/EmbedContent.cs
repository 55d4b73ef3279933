using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Contents;

/// <summary>An object in the middle of a text, such as an image: readable JSON.</summary>
internal sealed class EmbedContent(string json) : Content
{
    public string Json { get; } = json;

    public override byte Kind => StructKind.Embed;

    public override int WeightBytes => 64 + 2 * Json.Length;

    public override void Write(ByteWriter writer, int offset) => writer.WriteString(Json);
}
