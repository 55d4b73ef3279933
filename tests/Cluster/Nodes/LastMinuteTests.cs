using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>What a node remembers of a minute.</summary>
public sealed class LastMinuteTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly LastMinute _minute;

    public LastMinuteTests() => _minute = new LastMinute(_time);

    [Fact]
    public void Nothing_measured_has_no_quantile()
    {
        var read = _minute.Read();
        Assert.Equal((0, 0.0, null, null), (read.Count, read.Sum, read.Half, read.P99));
    }

    [Theory]
    [InlineData(0.00001)]
    [InlineData(0.004)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1e6)]
    public void One_value_is_every_quantile(double value)
    {
        _minute.Take(value);
        var read = _minute.Read();
        Assert.Equal((1, value, value), (read.Count, read.Half, read.P99));
    }

    [Fact]
    public void Quantiles_are_within_a_fifth()
    {
        var random = new Random(17);
        var values = Enumerable.Range(0, 10_000).Select(_ => Math.Exp(random.NextDouble() * 9) / 1_000).ToList();
        values.ForEach(_minute.Take);
        values.Sort();
        var read = _minute.Read();
        Assert.Equal(values.Sum(), read.Sum, 6);
        Assert.InRange(read.Half!.Value / values[4_999], 1, 1.2);
        Assert.InRange(read.P99!.Value / values[9_899], 1, 1.2);
    }

    [Fact]
    public void What_is_older_than_a_minute_is_forgotten()
    {
        _minute.Take(7);
        _time.Advance(TimeSpan.FromSeconds(54));
        _minute.Take(1);
        Assert.Equal(8, _minute.Read().Sum);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal((1, 1.0), (_minute.Read().Count, _minute.Read().P99));
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, _minute.Read().Count);
    }

    [Fact]
    public void A_rate_is_over_the_time_that_was_measured()
    {
        _minute.Take(1);
        Assert.Equal(1, _minute.Read().Seconds);
        _time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(12, _minute.Read().Seconds);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.InRange(_minute.Read().Seconds, 55, 60);
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_nothing_negative()
    {
        _minute.Take(-5);
        Assert.Equal((1, 0.0, 0.0), (_minute.Read().Count, _minute.Read().Sum, _minute.Read().P99));
    }
}
