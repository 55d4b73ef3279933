using System.Collections.Concurrent;
using System.Diagnostics;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>Keeps what a scenario saw: a histogram and a course over time for each kind, and counts.</summary>
public sealed class Meter : IMeter
{
    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _begun = Stopwatch.GetTimestamp();

    /// <summary>What was timed, by name.</summary>
    public IReadOnlyDictionary<string, Series> Series => _series;

    /// <summary>What was counted, by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Second 0 of all courses is now.</summary>
    public void Begin() => _begun = Stopwatch.GetTimestamp();

    public void Took(string what, TimeSpan time) =>
        _series.GetOrAdd(what, _ => new Series()).Record((int)Stopwatch.GetElapsedTime(_begun).TotalSeconds, time);

    public void Count(string what, long times = 1) => _counts.AddOrUpdate(what, times, (_, before) => before + times);
}
