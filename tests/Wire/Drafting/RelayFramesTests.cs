using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class RelayFramesTests
{
    /// <summary>Of client 1 the letters a and b at clocks 0 and 1, in the root t.</summary>
    private static readonly DraftUpdate First = Update(7, "01010100040101740161" + "00");
    private static readonly DraftUpdate Second = Update(7, "0101010184010001" + "6200");

    [Fact]
    public void One_goes_as_it_is() => Assert.Same(First, Assert.Single(RelayFrames.Of([First])));

    [Theory]
    [InlineData(7, 7)]
    [InlineData(8, 0)]
    public void Several_go_together_and_not_to_their_only_writer(long second, long from)
    {
        var frame = Assert.Single(RelayFrames.Of([First, Second with { From = second }]));
        Assert.Equal(from, frame.From);
        var joined = new Yjs.YDocument();
        Assert.Null(joined.Apply(frame.Bytes, Yjs.Limits.UpdateLimits.Default));
        Assert.Equal((2, 0), (joined.StateVector()[1], joined.PendingStructCount));
    }

    [Fact]
    public void What_cannot_be_joined_goes_one_by_one() => Assert.Equal(2, RelayFrames.Of([Update(7, "01"), First]).Count);

    private static DraftUpdate Update(long from, string bytes) => new(new OfficialId(1), Convert.FromHexString(bytes), from);
}
