using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class RelayRulesTests
{
    /// <summary>Of client 1 the letters a and b at clocks 0 and 1, in the root t.</summary>
    private static readonly byte[] First = Convert.FromHexString("01010100040101740161" + "00");
    private static readonly byte[] Second = Convert.FromHexString("0101010184010001" + "6200");

    [Fact]
    public void One_goes_as_it_is() => Assert.Same(First, Assert.Single(RelayRules.Joined([First])));

    [Fact]
    public void Several_go_together()
    {
        var joined = new Yjs.YDocument();
        Assert.Null(joined.Apply(Assert.Single(RelayRules.Joined([First, Second])), Yjs.Limits.UpdateLimits.Default));
        Assert.Equal((2, 0), (joined.StateVector()[1], joined.PendingStructCount));
    }

    [Fact]
    public void What_cannot_be_joined_goes_one_by_one() => Assert.Equal([[1], First], RelayRules.Joined([[1], First]));
}
