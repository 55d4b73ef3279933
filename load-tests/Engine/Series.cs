using HdrHistogram;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>Durations of one kind: all of them in one histogram (microseconds, 3 digits), and one for each second.</summary>
public sealed class Series
{
    private const long MicrosecondsMax = 120_000_000;
    private const int SecondDigits = 2;

    private readonly Lock _gate = new();
    private readonly LongHistogram _all = new(1, MicrosecondsMax, 3);
    private readonly SortedDictionary<int, LongHistogram> _seconds = [];

    /// <summary>How many.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
                return _all.TotalCount;
        }
    }

    public void Record(int second, TimeSpan time)
    {
        var microseconds = Math.Clamp((long)time.TotalMicroseconds, 1, MicrosecondsMax);
        lock (_gate)
        {
            _all.RecordValue(microseconds);
            if (!_seconds.TryGetValue(second, out var histogram))
                _seconds[second] = histogram = new LongHistogram(1, MicrosecondsMax, SecondDigits);
            histogram.RecordValue(microseconds);
        }
    }

    /// <summary>Milliseconds below which this share (0 to 100) lies.</summary>
    public double PercentileMs(double percentile)
    {
        lock (_gate)
            return _all.GetValueAtPercentile(percentile) / 1000.0;
    }

    /// <summary>For each second with a value: its number and its percentile in milliseconds.</summary>
    public IReadOnlyList<(double Second, double Ms)> Course(double percentile)
    {
        lock (_gate)
            return [.. _seconds.Select(second => ((double)second.Key, second.Value.GetValueAtPercentile(percentile) / 1000.0))];
    }
}
