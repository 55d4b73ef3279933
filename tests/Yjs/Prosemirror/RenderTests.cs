using System.Text.Json.Nodes;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Prosemirror;

/// <summary>What a server renders from a document of an editor is what the editor shows.</summary>
public sealed class RenderTests : IClassFixture<YjsEngine>
{
    private readonly YjsEngine yjs;

    public RenderTests(YjsEngine yjs) => this.yjs = yjs;

    public static TheoryData<string, string> Pages => new()
    {
        { "an empty paragraph", """[{"type":"paragraph"}]""" },
        { "letters", """[{"type":"paragraph","content":[{"type":"text","text":"Cộng hòa 😀 <b>&"}]}]""" },
        { "attributes", """[{"type":"heading","attrs":{"level":2,"id":"h1"},"content":[{"type":"text","text":"Điều 1."}]}]""" },
        { "marks", """[{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"text","marks":[{"type":"bold"}],"text":"b"},{"type":"text","marks":[{"type":"link","attrs":{"href":"https://a.example/?ổ","title":null}}],"text":"c"}]}]""" },
        { "two marks", """[{"type":"paragraph","content":[{"type":"text","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"x","title":"y"}}],"text":"b"}]}]""" },
        { "comments over each other", """[{"type":"paragraph","content":[{"type":"text","marks":[{"type":"comment","attrs":{"id":1}},{"type":"comment","attrs":{"id":2}}],"text":"b"},{"type":"text","marks":[{"type":"comment","attrs":{"id":2}}],"text":"c"}]}]""" },
        { "nodes in the line", """[{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"image","attrs":{"src":"i.png"}},{"type":"text","text":"b"}]}]""" },
        { "nodes inside nodes", """[{"type":"quote","content":[{"type":"quote","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"paragraph"}]}]""" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_rendered_as_its_editor_reads_it(string name, string content)
    {
        var (update, expected) = yjs.Write($$"""{"type":"doc","content":{{content}}}""");
        var document = new YDocument();
        Assert.Null(document.Apply(update, UpdateLimits.Default));
        var rendered = ProsemirrorJson.Render(document.Root("default", TypeKind.XmlFragment));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), rendered), $"{name}\nexpected {expected}\nrendered {rendered.ToJsonString()}");
    }
}
