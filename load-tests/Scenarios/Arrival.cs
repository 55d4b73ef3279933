using System.Diagnostics;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>One arrival of the schedule.</summary>
/// <param name="Number">From 0.</param>
/// <param name="DueTimestamp">When it was due, whether or not the program came to it in time.</param>
/// <param name="IsMeasured">False while the servers warm up: its time says nothing, all else about it is judged.</param>
public readonly record struct Arrival(long Number, long DueTimestamp, bool IsMeasured = true)
{
    /// <summary>What the person has waited until now.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(DueTimestamp);
}
