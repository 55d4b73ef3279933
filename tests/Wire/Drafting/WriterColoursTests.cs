using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class WriterColoursTests
{
    [Fact]
    public void No_two_share_a_colour_while_there_are_enough()
    {
        var given = new List<string>();
        // All would like the same one.
        for (var person = 0; person < WriterColours.All.Length; person++)
            given.Add(WriterColours.For(new OfficialId(7 + (person * WriterColours.All.Length)), given));
        Assert.Equal(WriterColours.All.Order(), given.Order());
    }

    [Fact]
    public void Then_the_least_used_one_is_shared() =>
        Assert.Equal(WriterColours.All[3], WriterColours.For(new OfficialId(1), [.. WriterColours.All, .. WriterColours.All.RemoveAt(3)]));

    [Fact]
    public void Who_is_alone_has_the_own_one() => Assert.Equal(WriterColours.All[4], WriterColours.For(new OfficialId(14), []));
}
