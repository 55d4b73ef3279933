using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Scenarios;
using Xunit;

namespace PartyRealtime.UnitTests.LoadTests;

/// <summary>A schedule that waits for the server would hide the server's slowness.</summary>
public sealed class OpenLoopTests
{
    [Fact]
    public async Task Arrivals_come_while_earlier_ones_are_still_being_served()
    {
        var begun = 0;
        var allBegun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var (arrivals, _) = await OpenLoop.Run(
            new Step(1000, TimeSpan.FromMilliseconds(20)),
            async _ =>
            {
                if (Interlocked.Increment(ref begun) == 20)
                    allBegun.SetResult();
                await allBegun.Task;
            },
            failure => Assert.Fail(failure.Message),
            TestContext.Current.CancellationToken);

        Assert.Equal(20, arrivals);
    }

    [Fact]
    public async Task Waiting_counts_from_when_the_arrival_was_due()
    {
        var due = new List<long>();

        await OpenLoop.Run(
            new Step(500, TimeSpan.FromMilliseconds(20)),
            arrival =>
            {
                lock (due)
                    due.Add(arrival.DueTimestamp);
                return Task.CompletedTask;
            },
            failure => Assert.Fail(failure.Message),
            TestContext.Current.CancellationToken);

        due.Sort();
        var gaps = due.Zip(due.Skip(1), (first, second) => TimeSpan.FromSeconds((second - first) / (double)System.Diagnostics.Stopwatch.Frequency));
        Assert.All(gaps, gap => Assert.Equal(2, gap.TotalMilliseconds, tolerance: 0.01));
    }

    [Fact]
    public async Task An_arrival_that_fails_is_reported_and_stops_no_other()
    {
        var served = 0;
        var failures = new List<string>();

        await OpenLoop.Run(
            new Step(1000, TimeSpan.FromMilliseconds(5)),
            arrival => arrival.Number == 2 ? throw new InvalidOperationException("two") : Task.FromResult(Interlocked.Increment(ref served)),
            failure => failures.Add(failure.Message),
            TestContext.Current.CancellationToken);

        Assert.Equal(4, served);
        Assert.Equal(["two"], failures);
    }

    [Fact]
    public void What_was_never_measured_passes_no_rule() =>
        Assert.Equal(1, new TimesOver(TimeSpan.FromSeconds(1)).ShareOver);

    [Fact]
    public void Times_over_the_limit_are_counted_exactly()
    {
        var times = new TimesOver(TimeSpan.FromMilliseconds(100));
        for (var ms = 1; ms <= 200; ms++)
            times.Add(TimeSpan.FromMilliseconds(ms));

        Assert.Equal(0.5, times.ShareOver);
        Assert.Equal("100 of 200 over 100 ms, longest 200 ms", times.ToString());
    }
}
