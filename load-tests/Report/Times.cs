using PartyRealtime.LoadTests.Engine;

namespace PartyRealtime.LoadTests.Report;

/// <summary>Durations of one kind, in milliseconds.</summary>
public sealed record Times(long Count, double P50Ms, double P90Ms, double P99Ms, double P999Ms, double MaxMs)
{
    public static Times Of(Series series) => new(
        series.Count,
        series.PercentileMs(50),
        series.PercentileMs(90),
        series.PercentileMs(99),
        series.PercentileMs(99.9),
        series.PercentileMs(100));
}
