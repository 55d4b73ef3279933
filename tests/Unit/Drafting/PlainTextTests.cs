using System.Text.Json.Nodes;
using PartyRealtime.Grains.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>The letters of a page.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("""{"type":"doc","content":[]}""", "")]
    [InlineData("""{"type":"doc"}""", "")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph"}]}""", "")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"text","text":"b","marks":[{"type":"bold"}]}]}]}""", "ab")]
    [InlineData("""{"type":"doc","content":[{"type":"heading","content":[{"type":"text","text":"a"}]},{"type":"paragraph","content":[{"type":"text","text":"b"},{"type":"hardBreak"},{"type":"text","text":"c"}]}]}""", "a\nb\nc")]
    [InlineData("""{"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}""", "a\nb")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"image","attrs":{"src":"x"}},{"type":"text","text":"a\u0000"}]}]}""", "a")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"e\u0302\u0301"}]}]}""", "ế")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":{"x":1}}]},7]}""", "")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","attrs":{"part":"article"},"content":[{"type":"text","text":"Phạm vi"}]},{"type":"paragraph","attrs":{"part":"clause"},"content":[{"type":"text","text":"Áp dụng"}]},{"type":"paragraph","attrs":{"part":"point"}},{"type":"paragraph","attrs":{"part":7},"content":[{"type":"text","text":"c"}]}]}""", "Điều 1. Phạm vi\n1. Áp dụng\na) \nc")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"footnote","content":[{"type":"text","text":"Theo luật"}]},{"type":"text","text":", b"},{"type":"footnote"}]}]}""", "a[1], b[2]\n[1] Theo luật\n[2]")]
    public void A_line_a_paragraph_with_its_number(string page, string expected) =>
        Assert.Equal(expected, PlainText.Of((JsonObject)JsonNode.Parse(page)!));
}
