using System.Collections.Concurrent;
using System.Diagnostics;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Ticks in the test's own process, and notes how late each tick was: by that a starved machine is known.</summary>
internal sealed class Metronome : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentQueue<(TimeSpan At, TimeSpan Late)> _ticks = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly PeriodicTimer _timer = new(Beat);
    private readonly Task _ticking;

    public Metronome() => _ticking = Tick();

    /// <summary>99 % of the ticks in this time were not later; the times count from when it was made.</summary>
    public TimeSpan Lateness(TimeSpan from, TimeSpan to)
    {
        var late = _ticks.Where(tick => tick.At >= from && tick.At <= to).Select(tick => tick.Late).Order().ToList();
        // Not one tick in all this time is as late as it can be.
        return late.Count == 0 ? to - from : late[(int)(late.Count * 0.99)];
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _ticking;
    }

    private async Task Tick()
    {
        var last = TimeSpan.Zero;
        while (await _timer.WaitForNextTickAsync())
        {
            var now = Stopwatch.GetElapsedTime(_began);
            // A stall is as many late ticks as it swallowed, not one.
            for (var due = last + Beat; due <= now; due += Beat)
                _ticks.Enqueue((now, now - due));
            if (now - last < Beat)
                _ticks.Enqueue((now, TimeSpan.Zero));
            last = now;
        }
    }
}
