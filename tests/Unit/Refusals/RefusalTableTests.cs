using PartyRealtime.Contracts.Refusals;
using Xunit;

namespace PartyRealtime.UnitTests.Refusals;

/// <summary>Every refusal has its answer, those of versions to come too.</summary>
public sealed class RefusalTableTests
{
    /// <summary>A code of a newer version threw, and the person was told of a bug.</summary>
    [Fact]
    public void A_code_of_a_newer_version_is_unavailable_for_a_while()
    {
        var unknown = (RefusalCode)9_999;
        Assert.Equal(RefusalCode.Unavailable, RefusalTable.Known(unknown));
        Assert.Equal((503, Recourse.MayRetry), (RefusalTable.HttpStatus(unknown), RefusalTable.Recourse(unknown)));
    }

    [Fact]
    public void No_code_of_this_version_lacks_a_row() =>
        Assert.All(Enum.GetValues<RefusalCode>(), code => Assert.Equal(code, RefusalTable.Known(code)));
}
