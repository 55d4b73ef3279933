using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Prosemirror;

/// <summary>Whose letters are where, as real editors wrote them.</summary>
public sealed class BlockWritersTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    private const string Page = """
        {"type":"doc","content":[
          {"type":"paragraph","content":[{"type":"text","text":"Cộng "},{"type":"text","marks":[{"type":"bold"}],"text":"hòa"},{"type":"hardBreak"},{"type":"text","text":"😀"}]},
          {"type":"paragraph"},
          {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"ô"}]}]}]}]}]}
        """;

    [Fact]
    public void Visible_letters_are_counted_block_by_block_and_stay_their_clients_over_a_restart()
    {
        var document = new YDocument();
        Assert.Null(document.Apply(yjs.Write(Page).Update, UpdateLimits.Default));
        var client = Assert.Single(document.StateVector()).Key;

        var restored = new YDocument();
        Assert.Null(restored.Apply(document.EncodeState(), UpdateLimits.Stored));
        foreach (var read in new[] { Blocks(document), Blocks(restored) })
        {
            Assert.Equal([10, 0, 1], read.Select(block => block.Letters.GetValueOrDefault(client)));
            Assert.All(read, block => Assert.StartsWith($"{client}:", block.Id, StringComparison.Ordinal));
            Assert.Equal(3, read.Select(block => block.Id).Distinct().Count());
        }

        Assert.Equal(Blocks(document).Select(block => block.Id), Blocks(restored).Select(block => block.Id));
    }

    private static IReadOnlyList<BlockLetters> Blocks(YDocument document) =>
        BlockWriters.Read(document.Root("default", TypeKind.XmlFragment), "paragraph");
}
