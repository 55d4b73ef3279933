using PartyRealtime.Storage.Hosting;
using Xunit;

namespace PartyRealtime.UnitTests.Hosting;

/// <summary>The time of day is the database's, and a slow answer moves nothing.</summary>
public sealed class StoreClockTests
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(5);

    private readonly StoreClock clock = new();

    [Fact]
    public void Until_the_database_was_heard_it_is_the_machines_time() =>
        Assert.InRange(clock.GetUtcNow(), DateTimeOffset.UtcNow - Near, DateTimeOffset.UtcNow + Near);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_database_whose_clock_is_an_hour_apart_is_followed(int hours)
    {
        var said = DateTimeOffset.UtcNow + TimeSpan.FromHours(hours);
        var now = clock.GetTimestamp();

        var moved = clock.Heard(said, now, now);

        Assert.InRange(moved, TimeSpan.FromHours(hours) - Near, TimeSpan.FromHours(hours) + Near);
        Assert.InRange(clock.GetUtcNow(), said - Near, said + Near);
    }

    [Fact]
    public void What_may_be_true_already_moves_nothing()
    {
        var asked = clock.GetTimestamp();
        var answered = asked + (10 * clock.TimestampFrequency);

        // Anything from now to ten seconds on is what the database may have said within that time.
        Assert.Equal(TimeSpan.Zero, clock.Heard(clock.GetUtcNow(), asked, answered));
        Assert.Equal(TimeSpan.Zero, clock.Heard(clock.GetUtcNow() + Near, asked, answered));
    }

    [Fact]
    public void It_is_moved_no_further_than_it_must_be()
    {
        var asked = clock.GetTimestamp();
        var said = clock.GetUtcNow() + TimeSpan.FromMinutes(1);

        var moved = clock.Heard(said, asked, asked + (10 * clock.TimestampFrequency));

        Assert.InRange(moved, TimeSpan.FromSeconds(49), TimeSpan.FromSeconds(51));
    }
}
