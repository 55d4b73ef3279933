using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>The steps of an operator's drain, by a clock of the test's.</summary>
public sealed class NodeDrainTests : IDisposable
{
    private const int AtFirst = 1_000;

    private static readonly DrainOptions Pace = new() { Notice = TimeSpan.FromSeconds(2), PerSecond = 400, Period = TimeSpan.FromMilliseconds(250) };

    private readonly FakeTimeProvider _time = new();
    private readonly StoppedLifetime _lifetime = new();
    private readonly People _people = new(AtFirst);
    private readonly NodeDrain _drain;

    public NodeDrainTests() => _drain = new NodeDrain([_people], Pace, _lifetime, _time);

    public void Dispose()
    {
        _drain.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task It_closes_first_then_moves_people_at_its_pace_and_stops_when_none_is_left()
    {
        _drain.Begin(_time.GetUtcNow());
        Assert.Equal(new DrainReport(DrainStep.Closing, _time.GetUtcNow(), AtFirst, AtFirst, Pace.PerSecond), _drain.Report);
        Assert.True(_drain.TakesConnections);
        await Until(() => _people.Count < AtFirst);
        Assert.Equal((DrainStep.Moving, false), (_drain.Report!.Step, _drain.TakesConnections));
        var began = _time.GetUtcNow();
        await Until(() => _lifetime.Stops > 0);
        Assert.Equal((DrainStep.Stopping, 0, 1), (_drain.Report!.Step, _drain.Report.Left, _lifetime.Stops));
        Assert.Equal(100, _people.MostAtOnce);
        Assert.True(_time.GetUtcNow() - began >= TimeSpan.FromSeconds((AtFirst / (double)Pace.PerSecond) - 0.5));
    }

    [Fact]
    public async Task Taken_back_it_leaves_the_rest_where_they_are_and_an_order_of_before_is_not_obeyed_again()
    {
        var ordered = _time.GetUtcNow();
        _drain.Begin(ordered);
        await Until(() => _people.Count < AtFirst);
        Assert.True(_drain.TakeBack(_time.GetUtcNow()));
        Assert.Equal((false, true), (_drain.IsUnderWay, _drain.TakesConnections));
        Assert.Null(_drain.Report);
        _drain.Begin(ordered);
        Assert.False(_drain.IsUnderWay);

        var left = _people.Count;
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var second = 0; second < 60; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await step.WaitForNextTickAsync();
        }

        Assert.Equal((left, 0), (_people.Count, _lifetime.Stops));
        _drain.Begin(_time.GetUtcNow());
        Assert.True(_drain.IsUnderWay);
    }

    [Fact]
    public async Task A_drain_that_was_ordered_later_than_the_word_that_takes_it_back_goes_on()
    {
        var before = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        _drain.Begin(_time.GetUtcNow());
        Assert.True(_drain.TakeBack(before));
        Assert.True(_drain.IsUnderWay);
        await Until(() => _lifetime.Stops > 0);
        Assert.False(_drain.TakeBack(_time.GetUtcNow()));
    }

    [Fact]
    public async Task People_who_do_not_go_hold_up_nothing_for_ever()
    {
        _people.Stay = true;
        _drain.Begin(_time.GetUtcNow());
        await Until(() => _lifetime.Stops > 0);
        Assert.Equal(AtFirst, _people.Count);
    }

    /// <summary>Lets the clock go on until something holds, and gives the drain's steps, which run on other threads, time for each.</summary>
    private async Task Until(Func<bool> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1), "It did not come to that.");
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await step.WaitForNextTickAsync();
        }
    }

    private sealed class People(int count) : IConnectionsHere
    {
        private int _count = count;

        public int Count => Volatile.Read(ref _count);

        public int MostAtOnce { get; private set; }

        public bool Stay { get; set; }

        public Task<int> Move(int max)
        {
            var moved = Math.Min(max, Count);
            MostAtOnce = Math.Max(MostAtOnce, moved);
            if (!Stay)
                Interlocked.Add(ref _count, -moved);
            return Task.FromResult(moved);
        }
    }
}
