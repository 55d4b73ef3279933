using System.Text.Encodings.Web;
using System.Text.Json;
using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Report;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests;

/// <summary>One run: people to their screens, arrivals, judgement, report.</summary>
public static class Run
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The scenario of that name; null when there is none.</summary>
    public static IScenario? Find(Options options, IMeter meter) => options.Scenario switch
    {
        "directive" => new DirectiveScenario(options, meter),
        "notify" => new NotifyScenario(options, meter),
        "failover" => new FailoverScenario(options, meter),
        "register" => new RegisterScenario(options, meter),
        "signin" => new SigninScenario(options, meter),
        _ => null,
    };

    /// <summary>Writes summary.json and report.html; true when every rule holds.</summary>
    public static async Task<bool> Make(Options options, IScenario scenario, Meter meter, CancellationToken cancellation)
    {
        var machine = Machine.Here();
        var beganAt = DateTimeOffset.UtcNow;
        Console.WriteLine($"{options.Scenario}: {machine.Cores} cores, load before the run {machine.LoadBefore}");
        await scenario.Prepare(cancellation);

        await using var sampler = new Sampler(Groups(options));
        meter.Begin();
        var steps = new List<SteppedThrough>();
        var number = 0L;
        foreach (var step in Steps(options, scenario))
        {
            Console.WriteLine($"{step.PerSecond:0.###} arrivals a second for {step.Duration.TotalSeconds:0} s{(step.IsMeasured ? "" : ", to warm up")} …");
            steps.Add(await Go(step with { FirstNumber = number }, scenario, meter, cancellation));
            number += steps[^1].Arrivals;
        }

        await sampler.DisposeAsync();
        var failed = meter.Counts.Where(count => count.Key.StartsWith("failed: ", StringComparison.Ordinal)).Sum(count => count.Value);
        IReadOnlyList<Finding> rules =
        [
            .. await scenario.Judge(cancellation),
            new("Every arrival comes to its end", $"{failed} of {steps.Sum(step => step.Arrivals + step.ArrivalsBeside)} failed", failed == 0),
        ];

        var summary = new Summary
        {
            Scenario = options.Scenario,
            Passed = rules.All(rule => rule.Holds),
            BeganAt = beganAt,
            Targets = [.. options.Targets.Select(target => target.ToString())],
            Seed = options.Seed,
            Seconds = steps.Sum(step => step.To - step.From),
            Arrivals = number,
            GeneratorLateMsMax = steps.Max(step => step.LateMax).TotalMilliseconds,
            Rules = rules,
            Times = Summary.TimesOf(meter.Series),
            Counts = meter.Counts,
            Processes = sampler.Samples.ToDictionary(group => group.Key, group => Usage.Of(group.Value), StringComparer.Ordinal),
            Steps = [.. steps.Where(step => step.Step.IsMeasured).Select(step =>
                StepResult.Of(step.Step, step.Arrivals, step.From, step.To, step.Times, sampler.Samples))],
            Machine = machine,
        };
        Directory.CreateDirectory(options.Out);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "summary.json"), JsonSerializer.Serialize(summary, Json), cancellation);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "report.html"), HtmlReport.Write(summary, meter, sampler.Samples), cancellation);
        Print(summary);
        return summary.Passed;
    }

    /// <summary>The steps of the run, the warm-up first.</summary>
    private static IEnumerable<Step> Steps(Options options, IScenario scenario)
    {
        IReadOnlyList<double> rates = options.Rates.Count > 0 ? options.Rates : [scenario.ArrivalsPerSecond];
        var steps = rates.Select(rate => new Step(rate, options.Duration ?? scenario.Duration));
        return options.WarmUp > TimeSpan.Zero ? steps.Prepend(new Step(rates[0], options.WarmUp, IsMeasured: false)) : steps;
    }

    private static async Task<SteppedThrough> Go(Step step, IScenario scenario, Meter meter, CancellationToken cancellation)
    {
        meter.BeginStep(step.IsMeasured);
        var from = meter.Elapsed.TotalSeconds;
        var beside = scenario.ArrivalsBesidePerSecond is > 0 and var besidePerSecond
            ? Arrivals(step with { PerSecond = besidePerSecond }, scenario.ArriveBeside)
            : Task.FromResult((Arrivals: 0L, LateMax: TimeSpan.Zero));
        var (arrivals, late) = await Arrivals(step, scenario.Arrive);
        var (arrivalsBeside, lateBeside) = await beside;
        return new SteppedThrough(
            step, arrivals, arrivalsBeside, from, meter.Elapsed.TotalSeconds, late > lateBeside ? late : lateBeside, Summary.TimesOf(meter.StepSeries));

        Task<(long Arrivals, TimeSpan LateMax)> Arrivals(Step which, Func<Arrival, CancellationToken, Task> arrive) => OpenLoop.Run(
            which,
            arrival => arrive(arrival, cancellation),
            failure => meter.Count($"failed: {failure.Message}"),
            cancellation);
    }

    private static List<ProcessGroup> Groups(Options options)
    {
        List<ProcessGroup> groups = [new(Sampler.Generator, [Environment.ProcessId])];
        foreach (var target in options.Targets.Where(target => target.IsLoopback))
            groups.Add(new ProcessGroup($"server on port {target.Port}", ProcessGroup.ListeningOn(target.Port)));
        if (options.StorePid is { } store)
            groups.Add(new ProcessGroup("database", [store]));
        return groups;
    }

    private static void Print(Summary summary)
    {
        foreach (var (number, step) in summary.Steps.Index())
        {
            Console.WriteLine($"step {number + 1}: {step.ArrivalsPerSecond:0.###} a second, servers and database {step.CpuSecondsPer100000:0.0} CPU s per 100,000");
            foreach (var (name, times) in step.Times)
                Console.WriteLine($"  {name,-26} {times.Count,9}  p50 {times.P50Ms,8:0.0}  p99 {times.P99Ms,8:0.0}  max {times.MaxMs,8:0.0} ms");
            foreach (var (name, usage) in step.Processes)
                Console.WriteLine($"  {name,-26} {usage.CoresMean,9:0.00} cores, {usage.CpuSeconds / step.Arrivals * 100_000,8:0.0} CPU s per 100,000");
        }

        foreach (var (name, times) in summary.Times)
            Console.WriteLine($"{name,-28} {times.Count,9}  p50 {times.P50Ms,8:0.0}  p99 {times.P99Ms,8:0.0}  max {times.MaxMs,8:0.0} ms");
        foreach (var (name, usage) in summary.Processes)
            Console.WriteLine($"{name,-28} {usage.CoresMean,8:0.00} cores, {usage.ResidentMiBMax,6:0} MiB");
        foreach (var (name, count) in summary.Counts.Where(count => count.Value > 0))
            Console.WriteLine($"{name,-28} {count,9}");
        foreach (var rule in summary.Rules)
            Console.WriteLine($"{(rule.Holds ? "holds " : "BROKEN")} {rule.Rule}: {rule.Measured}");
    }

    /// <summary>A step that is over; from and to in seconds since the begin of the run.</summary>
    private sealed record SteppedThrough(
        Step Step, long Arrivals, long ArrivalsBeside, double From, double To, TimeSpan LateMax, IReadOnlyDictionary<string, Times> Times);
}
