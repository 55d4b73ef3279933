using PartyRealtime.LoadTests.Wire;
using Xunit;

namespace PartyRealtime.UnitTests.LoadTests;

/// <summary>The screens of load and fault tests come back as browsers do.</summary>
public sealed class ReconnectPlanTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ReconnectPlan _plan = new(new Random(1));

    [Fact]
    public void The_first_try_comes_within_a_second() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(_plan.Lost(), TimeSpan.Zero, Second));

    [Fact]
    public void What_a_leaving_node_has_told_counts_once()
    {
        _plan.Told(Second * 4);
        Assert.Equal(Second * 4, _plan.Lost());
        Assert.InRange(_plan.Lost(), TimeSpan.Zero, Second);
    }

    [Fact]
    public void Each_try_in_vain_doubles_the_wait_up_to_30_s_and_half_of_it_more_or_less()
    {
        _plan.Lost();
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 30, 30 })
            Assert.InRange(_plan.Failed(null), Second * seconds / 2, Second * seconds * 1.5);
    }

    [Fact]
    public void A_connection_that_was_made_meanwhile_begins_the_waits_anew()
    {
        for (var tries = 0; tries < 5; tries++)
            _plan.Failed(null);
        _plan.Lost();
        Assert.InRange(_plan.Failed(null), Second / 2, Second * 1.5);
    }

    [Fact]
    public void A_page_that_is_loaded_anew_begins_the_waits_anew()
    {
        for (var tries = 0; tries < 5; tries++)
            _plan.Failed(null);
        _plan.Reloaded();
        Assert.InRange(_plan.Failed(null), Second / 2, Second * 1.5);
    }

    [Fact]
    public void The_time_that_a_full_node_told_is_kept() => Assert.Equal(Second * 3, _plan.Failed(Second * 3));
}
