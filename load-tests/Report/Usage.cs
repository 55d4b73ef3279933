using PartyRealtime.LoadTests.Engine;

namespace PartyRealtime.LoadTests.Report;

/// <summary>What processes used while the load went on.</summary>
public sealed record Usage(double CpuSeconds, double CoresMean, double CoresMax, double ResidentMiBMax)
{
    /// <summary>Of a stretch of the run, in seconds since its begin.</summary>
    public static Usage Of(IReadOnlyList<Sample> samples, double from, double to)
    {
        var within = samples.Where(sample => sample.Second > from && sample.Second <= to + 0.5).ToList();
        var whole = Of(within);
        return whole with { CpuSeconds = whole.CoresMean * (to - from) };
    }

    public static Usage Of(IReadOnlyList<Sample> samples) => samples.Count == 0
        ? new Usage(0, 0, 0, 0)
        : new Usage(
            samples.Average(sample => sample.Cores) * samples[^1].Second,
            samples.Average(sample => sample.Cores),
            samples.Max(sample => sample.Cores),
            samples.Max(sample => sample.ResidentMiB));
}
