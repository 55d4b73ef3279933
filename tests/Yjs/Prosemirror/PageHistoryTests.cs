using System.Text.Json.Nodes;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Prosemirror;

/// <summary>
/// Pages that several people wrote at once, by y-prosemirror's own editors: parts, marks over each other, lists, tables,
/// breaks, footnotes. A failure names its seed, from which <c>oracle.pages(seed, acts)</c> follows.
/// </summary>
public sealed class PageHistoryTests : IClassFixture<YjsEngine>
{
    private readonly YjsEngine yjs;

    public PageHistoryTests(YjsEngine yjs) => this.yjs = yjs;

    [Fact]
    public void A_page_that_several_wrote_is_rendered_as_y_prosemirror_reads_it() => CheckAll(firstSeed: 1, count: 150);

    [Theory, Trait("Form", "full")]
    [InlineData(10_001)]
    [InlineData(20_001)]
    public void Thousands_of_pages_are_rendered_as_y_prosemirror_reads_them(int firstSeed) => CheckAll(firstSeed, count: 1_000);

    private void CheckAll(int firstSeed, int count)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
            Check(seed, kinds);
        // What never came about was not compared.
        Assert.Superset(
            new HashSet<string>(
            [
                "paragraph", "bulletList", "orderedList", "listItem", "table", "tableRow", "tableHeader", "tableCell",
                "text", "hardBreak", "footnote", "bold", "italic", "underline", "comment",
            ], StringComparer.Ordinal),
            kinds);
    }

    private void Check(int seed, SortedSet<string> kinds)
    {
        var (updates, json) = yjs.Pages(seed, 10 + seed % 5 * 15);
        var document = new YDocument();
        foreach (var update in updates)
            Assert.Null(document.Apply(update, UpdateLimits.Default));
        var rendered = ProsemirrorJson.Render(document.Root("default", TypeKind.XmlFragment));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), rendered), $"seed {seed}\nexpected {json}\nrendered {rendered.ToJsonString()}");
        Collect(rendered, kinds);
    }

    private static void Collect(JsonNode? node, SortedSet<string> kinds)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list)
                Collect(one, kinds);
        }
        else if (node is JsonObject fields)
        {
            if ((string?)fields["type"] is { } kind)
                kinds.Add(kind);
            Collect(fields["content"], kinds);
            Collect(fields["marks"], kinds);
        }
    }
}
