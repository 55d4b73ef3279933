using PartyRealtime.Web.Papers;
using PartyRealtime.Word.Writing;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>By what right a document is signed, as its sheet says it.</summary>
public sealed class CapacityMarkTests
{
    [Theory]
    [InlineData("forCollective", "T/M ", "TM. ")]
    [InlineData("forHead", "K/T ", "KT. ")]
    [InlineData("byOrder", "T/L ", "TL. ")]
    [InlineData("byAuthorisation", "TUQ ", "TUQ. ")]
    [InlineData("inPerson", "", "")]
    public void The_party_and_the_state_write_it_each_in_their_way(string capacity, string party, string state)
    {
        Assert.Equal(party, PaperWords.CapacityMark(capacity, PaperLayout.Party));
        Assert.Equal(state, PaperWords.CapacityMark(capacity, PaperLayout.State));
    }
}
