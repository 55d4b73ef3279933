using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>How much of the machine a process takes.</summary>
public sealed class ProcessorShareTests
{
    [Fact]
    public void It_is_the_share_of_all_cores_over_the_last_period()
    {
        var time = new FakeTimeProvider();
        var used = TimeSpan.Zero;
        using var share = new ProcessorShare(time, () => used);
        Assert.Equal(0, share.Value);
        used = TimeSpan.FromSeconds(Environment.ProcessorCount);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0.5, share.Value, 6);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, share.Value, 6);
    }
}
