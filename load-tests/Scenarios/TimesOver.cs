using System.Globalization;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>How many of many times were over a limit: the pass rules' own count, exact and independent of any histogram.</summary>
public sealed class TimesOver(TimeSpan limit)
{
    private long _all, _over, _maxTicks;

    /// <summary>0 to 1; 1 when nothing was measured.</summary>
    public double ShareOver => _all == 0 ? 1 : (double)_over / _all;

    public void Add(TimeSpan time)
    {
        Interlocked.Increment(ref _all);
        if (time > limit)
            Interlocked.Increment(ref _over);
        for (var max = _maxTicks; time.Ticks > max; max = _maxTicks)
            Interlocked.CompareExchange(ref _maxTicks, time.Ticks, max);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_over} of {_all} over {limit.TotalMilliseconds:0} ms, longest {TimeSpan.FromTicks(_maxTicks).TotalMilliseconds:0} ms");
}
