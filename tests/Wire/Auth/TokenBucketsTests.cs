using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.WireTests.Auth;

public sealed class TokenBucketsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_burst_is_allowed_then_one_more_per_refill()
    {
        var buckets = new TokenBuckets(3, TimeSpan.FromSeconds(10), _time);
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Null(buckets.Take("a"));
        Assert.Equal(TimeSpan.FromSeconds(10), buckets.Take("a"));
        Assert.Null(buckets.Take("b"));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, buckets.Take("a")!.Value.TotalSeconds, 0.01);
        _time.Advance(TimeSpan.FromSeconds(6.1));
        Assert.Null(buckets.Take("a"));
        Assert.NotNull(buckets.Take("a"));
    }

    [Fact]
    public void A_rightful_attempt_is_given_back()
    {
        var buckets = new TokenBuckets(1, TimeSpan.FromSeconds(10), _time);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Null(buckets.Take("a"));
            buckets.GiveBack("a");
        }
    }

    [Fact]
    public void What_is_full_again_is_forgotten()
    {
        var buckets = new TokenBuckets(1, TimeSpan.FromSeconds(10), _time);
        for (var key = 0; key < 20_000; key++)
            buckets.Take(key.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _time.Advance(TimeSpan.FromSeconds(11));
        buckets.Take("one more");
        Assert.Equal(1, buckets.Count);
    }
}
