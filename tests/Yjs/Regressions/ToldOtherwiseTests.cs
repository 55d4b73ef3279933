using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.YjsTests.Hostile;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Regressions;

/// <summary>
/// Updates that no client makes were taken and passed on as they came: real Yjs made something else of them, or something
/// that hangs on the order in which it hears, so that whoever came later read another draft than whoever was there.
/// </summary>
public sealed class ToldOtherwiseTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    // Of client 7, in the root of a draft: at clock 0 a paragraph, at 1 a text in it, at 2 the letters "abcd".
    private const string Page = "01030700" + "0701" + Root + "03" + Tag + "07000700" + "06" + "04000701" + "0461626364" + "00";

    // The same with a letter of two units at 2.
    private const string PageOfAPair = "01030700" + "0701" + Root + "03" + Tag + "07000700" + "06" + "04000701" + "04F09F9880" + "00";
    private const string Root = "0764656661756C74";
    private const string Tag = "09706172616772617068";

    [Fact]
    public void A_letter_that_stands_before_what_it_follows_is_only_counted() =>
        // "x" behind "c" and before "b", then "y" behind "b" and before "c".
        AssertSame(Page, "01010706" + "C407040703" + "0178" + "00", "01010707" + "C407030704" + "0179" + "00");

    [Fact]
    public void A_letter_that_stands_in_two_lists_is_only_counted() =>
        // Another paragraph with "z" at 9; "x" behind "b" of the one and before "z" of the other.
        AssertSame(Page, "01030706" + "870700" + "03" + Tag + "07000706" + "06" + "04000707" + "017A" + "00", "01010709" + "C407030708" + "0178" + "00");

    [Fact]
    public void What_has_no_place_cuts_no_letter_in_two() =>
        // "x" behind the first half of the pair and before that half.
        AssertSame(PageOfAPair, "01010704" + "C407020702" + "0178" + "00");

    [Fact]
    public void Of_what_is_told_again_otherwise_only_what_is_new_comes_in() =>
        // A paragraph, six forgotten units, and three letters in one of these; again from the last of the six on a paragraph
        // with a text of four letters.
        AssertSame(
            "01030700" + "0701" + Root + "03" + Tag + "0006" + "04000701" + "03616263" + "00",
            "01030706" + "470700" + "03" + Tag + "07000706" + "06" + "04000707" + "0461626364" + "00");

    [Fact]
    public void Of_several_values_under_one_key_the_last_counts_also_when_they_are_cut() =>
        // An attribute "k" of the paragraph with "v", under the same key "wxyz" behind it; then "x" is deleted.
        AssertSame(Page, "01010706" + "28000700" + "016B" + "01770176" + "00", "01010707" + "840706" + "047778797A" + "00", "00" + "01070108" + "01");

    [Fact]
    public void A_client_named_twice_or_for_nothing_is_malformed()
    {
        // Of client 7 a run at 0, and one at 1; of client 7 nothing.
        foreach (var update in new[] { "02" + "01070000" + "01" + "01070100" + "01" + "00", "01" + "000700" + "00" })
        {
            var bytes = Convert.FromHexString(update);
            Assert.Equal(UpdateRefusalCode.Malformed, new YDocument().Apply(bytes, UpdateLimits.Default)?.Code);
            // What was taken before can still be loaded.
            Assert.Null(new YDocument().Apply(bytes, UpdateLimits.Stored));
        }
    }

    [Fact]
    public void What_a_client_says_is_passed_on_as_it_came()
    {
        var document = new YDocument();
        foreach (var update in yjs.Pages(seed: 1, acts: 40).Updates)
            Assert.Null(document.Commit(document.Prepare(update, UpdateLimits.Default, out _)!));
    }

    private void AssertSame(params string[] updates)
    {
        var relay = new Relay(yjs);
        foreach (var update in updates)
            Assert.True(relay.Take(Convert.FromHexString(update)), update);
        relay.AssertSame("who was there, and who comes later");
    }
}
