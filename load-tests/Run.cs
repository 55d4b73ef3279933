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

        var perSecond = options.ArrivalsPerSecond ?? scenario.ArrivalsPerSecond;
        var duration = options.Duration ?? scenario.Duration;
        Console.WriteLine($"{perSecond:0.###} arrivals a second for {duration.TotalSeconds:0} s …");
        await using var sampler = new Sampler(Groups(options));
        meter.Begin();
        var beside = scenario.ArrivalsBesidePerSecond is > 0 and var besidePerSecond
            ? Arrivals(besidePerSecond, scenario.ArriveBeside)
            : Task.FromResult((Arrivals: 0L, LateMax: TimeSpan.Zero));
        var (arrivals, late) = await Arrivals(perSecond, scenario.Arrive);
        var (arrivalsBeside, lateBeside) = await beside;
        await sampler.DisposeAsync();
        var failed = meter.Counts.Where(count => count.Key.StartsWith("failed: ", StringComparison.Ordinal)).Sum(count => count.Value);
        IReadOnlyList<Finding> rules =
        [
            .. await scenario.Judge(cancellation),
            new("Every arrival comes to its end", $"{failed} of {arrivals + arrivalsBeside} failed", failed == 0),
        ];

        var summary = new Summary
        {
            Scenario = options.Scenario,
            Passed = rules.All(rule => rule.Holds),
            BeganAt = beganAt,
            Targets = [.. options.Targets.Select(target => target.ToString())],
            Seed = options.Seed,
            ArrivalsPerSecond = perSecond,
            Seconds = duration.TotalSeconds,
            Arrivals = arrivals,
            GeneratorLateMsMax = Math.Max(late.TotalMilliseconds, lateBeside.TotalMilliseconds),
            Rules = rules,
            Times = Summary.TimesOf(meter),
            Counts = meter.Counts,
            Processes = sampler.Samples.ToDictionary(group => group.Key, group => Usage.Of(group.Value), StringComparer.Ordinal),
            Machine = machine,
        };
        Directory.CreateDirectory(options.Out);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "summary.json"), JsonSerializer.Serialize(summary, Json), cancellation);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "report.html"), HtmlReport.Write(summary, meter, sampler.Samples), cancellation);
        Print(summary);
        return summary.Passed;

        Task<(long Arrivals, TimeSpan LateMax)> Arrivals(double rate, Func<Arrival, CancellationToken, Task> arrive) => OpenLoop.Run(
            rate,
            duration,
            arrival => arrive(arrival, cancellation),
            failure => meter.Count($"failed: {failure.Message}"),
            cancellation);
    }

    private static List<ProcessGroup> Groups(Options options)
    {
        List<ProcessGroup> groups = [new("generator", [Environment.ProcessId])];
        foreach (var target in options.Targets.Where(target => target.IsLoopback))
            groups.Add(new ProcessGroup($"server on port {target.Port}", ProcessGroup.ListeningOn(target.Port)));
        if (options.StorePid is { } store)
            groups.Add(new ProcessGroup("database", [store]));
        return groups;
    }

    private static void Print(Summary summary)
    {
        foreach (var (name, times) in summary.Times)
            Console.WriteLine($"{name,-28} {times.Count,9}  p50 {times.P50Ms,8:0.0}  p99 {times.P99Ms,8:0.0}  max {times.MaxMs,8:0.0} ms");
        foreach (var (name, usage) in summary.Processes)
            Console.WriteLine($"{name,-28} {usage.CoresMean,8:0.00} cores, {usage.ResidentMiBMax,6:0} MiB");
        foreach (var (name, count) in summary.Counts.Where(count => count.Value > 0))
            Console.WriteLine($"{name,-28} {count,9}");
        foreach (var rule in summary.Rules)
            Console.WriteLine($"{(rule.Holds ? "holds " : "BROKEN")} {rule.Rule}: {rule.Measured}");
    }
}
