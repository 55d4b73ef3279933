using PartyRealtime.LoadTests.Engine;

namespace PartyRealtime.LoadTests.Report;

/// <summary>What processes used while the load went on.</summary>
public sealed record Usage(double CpuSeconds, double CoresMean, double CoresMax, double ResidentMiBMax)
{
    public static Usage Of(IReadOnlyList<Sample> samples) => samples.Count == 0
        ? new Usage(0, 0, 0, 0)
        : new Usage(
            samples.Average(sample => sample.Cores) * samples[^1].Second,
            samples.Average(sample => sample.Cores),
            samples.Max(sample => sample.Cores),
            samples.Max(sample => sample.ResidentMiB));
}
