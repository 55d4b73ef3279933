using PartyRealtime.LoadTests.Engine;

namespace PartyRealtime.LoadTests.Report;

/// <summary>What one measured step of a run came to.</summary>
/// <param name="ArrivalsPerSecond">As asked for.</param>
/// <param name="Seconds">From its first arrival until the last one had come to its end.</param>
/// <param name="Arrivals">How many.</param>
/// <param name="Times">What was timed.</param>
/// <param name="Processes">What the groups used.</param>
/// <param name="CpuSecondsPer100000">CPU seconds of servers and database over 100,000 arrivals.</param>
public sealed record StepResult(
    double ArrivalsPerSecond,
    double Seconds,
    long Arrivals,
    IReadOnlyDictionary<string, Times> Times,
    IReadOnlyDictionary<string, Usage> Processes,
    double CpuSecondsPer100000)
{
    /// <summary>Sums a step up.</summary>
    /// <param name="step">What was asked for.</param>
    /// <param name="arrivals">How many came.</param>
    /// <param name="from">Seconds since the begin of the run.</param>
    /// <param name="to">The same, of its end.</param>
    /// <param name="times">What was timed in it.</param>
    /// <param name="samples">The samples of the whole run.</param>
    public static StepResult Of(
        Step step, long arrivals, double from, double to, IReadOnlyDictionary<string, Times> times, IReadOnlyDictionary<string, List<Sample>> samples)
    {
        var processes = samples.ToDictionary(group => group.Key, group => Usage.Of(group.Value, from, to), StringComparer.Ordinal);
        var product = processes.Where(group => group.Key is not (Sampler.Generator or Sampler.Others)).Sum(group => group.Value.CpuSeconds);
        return new StepResult(step.PerSecond, to - from, arrivals, times, processes, product / arrivals * 100_000);
    }
}
