using System.Text.Json.Nodes;
using PartyRealtime.Word.Reading;
using PartyRealtime.Word.Writing;
using Xunit;

namespace PartyRealtime.UnitTests.Word;

/// <summary>A text that goes out as a Word file and comes back is the same text. A failure names its seed.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_text_comes_back_as_it_went_out()
    {
        for (var seed = 1; seed <= 300; seed++)
            Check(new RandomText(seed).Make(), $"seed {seed}");
    }

    [Fact]
    public void Cells_over_rows_and_columns_come_back()
    {
        const string Cell = """{"type":"tableCell","attrs":{"colspan":1,"rowspan":1},"content":[{"type":"paragraph"}]}""";
        Check(
            Sheets.Doc($$"""
            {"type":"table","content":[
              {"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":1,"rowspan":2},"content":[{{Sheets.P("Tỉnh")}}]},{"type":"tableHeader","attrs":{"colspan":2,"rowspan":1},"content":[{{Sheets.P("Năm")}}]}]},
              {"type":"tableRow","content":[{{Cell}},{{Cell}}]},
              {"type":"tableRow","content":[{{Cell}},{"type":"tableCell","attrs":{"colspan":2,"rowspan":2},"content":[{{Sheets.P("gộp")}}]}]},
              {"type":"tableRow","content":[{{Cell}}]}]}
            """),
            "spans");
    }

    [Fact]
    public void A_number_that_somebody_typed_is_not_taken_for_a_part() =>
        Check(Sheets.Doc(Sheets.P("Điều 1. Trích nguyên văn"), Sheets.P("1. một"), Sheets.P("Phạm vi", "article"), Sheets.P("2. hai", "clause")), "typed");

    private static void Check(JsonObject text, string what)
    {
        foreach (var paper in (Paper[])[Sheets.State, Sheets.Party, Sheets.Letter])
        {
            var read = Sheets.Read(Sheets.Write(text, paper));
            Assert.True(JsonNode.DeepEquals(text, read.Content), $"{what}\nwent out {text.ToJsonString()}\ncame back {read.Content.ToJsonString()}");
            Assert.Equal([new LeftOut(LeftOutKind.Sheet, 1)], read.LeftOut);
        }
    }
}
