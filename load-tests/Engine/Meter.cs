using System.Collections.Concurrent;
using System.Diagnostics;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>
/// Keeps what a scenario saw: a histogram and a course over time for each kind, over all steps and for the step that is
/// going on, and counts. Times of a warm-up are not kept.
/// </summary>
public sealed class Meter : IMeter
{
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Series> _step = new(StringComparer.Ordinal);
    private bool _measures = true;
    private long _begun = Stopwatch.GetTimestamp();

    /// <summary>What was timed, by name.</summary>
    public IReadOnlyDictionary<string, Series> Series => _series;

    /// <summary>What was counted, by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>What was timed in the step that goes on, or went on last.</summary>
    public IReadOnlyDictionary<string, Series> StepSeries => _step;

    /// <summary>Since second 0 of all courses.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    /// <summary>Second 0 of all courses is now.</summary>
    public void Begin() => _begun = Stopwatch.GetTimestamp();

    /// <summary>From here on times belong to a new step. Called while nothing is on its way.</summary>
    public void BeginStep(bool measures)
    {
        _step = new(StringComparer.Ordinal);
        _measures = measures;
    }

    public void Took(string what, TimeSpan time)
    {
        if (!_measures)
            return;
        var second = (int)Elapsed.TotalSeconds;
        _series.GetOrAdd(what, _ => new Series()).Record(second, time);
        _step.GetOrAdd(what, _ => new Series()).Record(second, time);
    }

    public void Count(string what, long times = 1) => _counts.AddOrUpdate(what, times, (_, before) => before + times);
}
