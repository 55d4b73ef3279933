using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;
using Xunit;

namespace PartyRealtime.UnitTests.Search;

public sealed class SearchWordsTests
{
    private static readonly string Key = TextFold.Key("Về việc toàn dân phòng, chống lũ (5-CV/VPTW, năm 2026)");

    [Theory]
    [InlineData("phong chong lu")]
    [InlineData("LŨ PHÒNG")]
    [InlineData("toàn d")]
    [InlineData("vptw")]
    [InlineData("cv/vptw")]
    [InlineData("CV vpt")]
    [InlineData("20")]
    [InlineData("  toàn,  dân… ")]
    [InlineData("dan dan")]
    public void Whole_words_are_found_in_any_order_and_the_last_one_by_its_beginning(string question) =>
        Assert.True(SearchWords.AreIn(Key, SearchWords.Of(question).AsSpan()));

    [Theory]
    [InlineData("an")]
    [InlineData("oan")]
    [InlineData("to dan")]
    [InlineData("026")]
    [InlineData("phong chong luu")]
    [InlineData("phong chong hoa")]
    public void Neither_the_end_of_a_word_is_found_nor_the_beginning_of_one_that_is_typed_to_its_end(string question) =>
        Assert.False(SearchWords.AreIn(Key, SearchWords.Of(question).AsSpan()));

    [Fact]
    public void A_word_stands_where_it_is_whole_though_it_is_a_part_of_others_before() =>
        Assert.True(SearchWords.AreIn("toan ban bang an", SearchWords.Of("an toan").AsSpan()));

    [Fact]
    public void Of_a_longer_run_its_beginning_is_compared()
    {
        var run = new string('x', 200);

        Assert.True(SearchWords.AreIn($"a {run} b", SearchWords.Of($"{run}y a").AsSpan()));
        Assert.False(SearchWords.AreIn($"a {run} b", SearchWords.Of($"{run[..20]} a").AsSpan()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("…")]
    [InlineData("'&|!():*<->\\")]
    public void What_has_neither_letter_nor_digit_has_no_words(string question) => Assert.Empty(SearchWords.Of(question));

    [Fact]
    public void No_word_has_a_separator_in_it_nor_more_characters_than_are_kept()
    {
        var words = SearchWords.Of($"a{SearchWords.Separators}'b:*' & {new string('x', 200)}");

        Assert.Equal(["a", "b", new string('x', SearchWords.CharsMax)], words);
    }
}
