using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests.Report;

/// <summary>One run, as <c>summary.json</c> holds it.</summary>
public sealed record Summary
{
    public required string Scenario { get; init; }

    public required bool Passed { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    public required int Seed { get; init; }

    public required double Seconds { get; init; }

    public required long Arrivals { get; init; }

    /// <summary>How far this program itself came behind its schedule; the times below contain it.</summary>
    public required double GeneratorLateMsMax { get; init; }

    public required IReadOnlyList<Finding> Rules { get; init; }

    public required IReadOnlyDictionary<string, Times> Times { get; init; }

    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public required IReadOnlyDictionary<string, Usage> Processes { get; init; }

    /// <summary>The measured steps, in their order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    public required Machine Machine { get; init; }

    /// <summary>Sums up what was timed.</summary>
    public static IReadOnlyDictionary<string, Times> TimesOf(IReadOnlyDictionary<string, Series> timed) =>
        timed.ToDictionary(series => series.Key, series => Report.Times.Of(series.Value), StringComparer.Ordinal);
}
