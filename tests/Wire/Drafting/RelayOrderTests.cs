using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class RelayOrderTests
{
    private readonly RelayOrder _order = new();

    [Fact]
    public void Consecutive_relays_are_new()
    {
        Assert.Equal(0, _order.Take(5, 2));
        Assert.Equal(0, _order.Take(7, 1));
        Assert.Equal(7, _order.Last);
    }

    [Fact]
    public void What_comes_again_is_known_from_the_front()
    {
        _order.Take(5, 4);
        Assert.Equal(4, _order.Take(5, 4));
        Assert.Equal(2, _order.Take(7, 5));
        Assert.Equal(11, _order.Last);
    }

    [Fact]
    public void A_place_that_is_missing_is_a_gap_also_when_nothing_follows_it()
    {
        _order.Take(5, 1);
        Assert.Null(_order.Take(7, 1));
        Assert.Null(_order.Take(7, 0));
        Assert.Equal(0, _order.Take(6, 0));
    }

    [Fact]
    public void Somebody_whose_difference_ends_before_the_first_relay_known_has_missed_some()
    {
        _order.Take(5, 1);
        Assert.True(_order.Anchor(4));
        Assert.True(_order.Anchor(9));
        Assert.False(_order.Anchor(3));
    }

    [Fact]
    public void A_difference_is_a_beginning_too()
    {
        Assert.Null(_order.Last);
        Assert.True(_order.Anchor(4));
        Assert.Null(_order.Take(6, 1));
        Assert.Equal(0, _order.Take(5, 1));
    }

    [Fact]
    public void After_a_reset_any_place_is_the_first()
    {
        _order.Take(5, 1);
        _order.Reset();
        Assert.Equal(0, _order.Take(90, 1));
    }
}
