using System.Collections.Concurrent;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>How late it was done what is due again and again, each time so long after the last.</summary>
internal sealed class Beats(TimeSpan every)
{
    private readonly ConcurrentQueue<(TimeSpan At, TimeSpan Late)> _done = new();
    private TimeSpan _last;

    /// <summary>It was done once more by now.</summary>
    public void Done(TimeSpan now)
    {
        // A stall is as many late times as it swallowed, not one.
        for (var due = _last + every; due <= now; due += every)
            _done.Enqueue((now, now - due));
        if (now - _last < every)
            _done.Enqueue((now, TimeSpan.Zero));
        _last = now;
    }

    /// <summary>99 % of what was done in this time was not later.</summary>
    public TimeSpan P99(TimeSpan from, TimeSpan to) => Quantile(from, to, 0.99);

    /// <summary>Nothing that was done in this time was later.</summary>
    public TimeSpan Worst(TimeSpan from, TimeSpan to) => Quantile(from, to, 1);

    private TimeSpan Quantile(TimeSpan from, TimeSpan to, double share)
    {
        var late = _done.Where(one => one.At >= from && one.At <= to).Select(one => one.Late).Order().ToList();
        if (late.Count > 0)
            return late[Math.Min((int)(late.Count * share), late.Count - 1)];
        // Not once in all this time is as late as it can be.
        return to - from > every ? to - from - every : TimeSpan.Zero;
    }
}
