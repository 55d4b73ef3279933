using System.Diagnostics;
using NBomber.CSharp;
using PartyRealtime.LoadTests;
using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Scenarios;

// The same scenarios, driven and reported by NBomber. It does not tell when an arrival was due, only that it begins:
// waiting inside NBomber itself is not part of the times.
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var meter = new Meter();
if (Run.Find(options, meter) is not { } scenario)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

await using (scenario)
{
    await scenario.Prepare(CancellationToken.None);
    meter.Begin();
    IReadOnlyList<double> rates = options.Rates.Count > 0 ? options.Rates : [scenario.ArrivalsPerSecond];
    var load = Scenario.Create(options.Scenario, async context =>
        {
            await scenario.Arrive(new Arrival(context.InvocationNumber, Stopwatch.GetTimestamp()), context.ScenarioCancellationToken);
            return Response.Ok();
        })
        .WithoutWarmUp()
        .WithLoadSimulations([.. rates.Select(perSecond => Simulation.Inject(
            rate: Math.Max(1, (int)Math.Round(perSecond)),
            interval: perSecond >= 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(1 / perSecond),
            during: options.Duration ?? scenario.Duration))]);
    NBomberRunner.RegisterScenarios(load).WithReportFolder(options.Out).Run();

    foreach (var (name, series) in meter.Series)
        Console.WriteLine($"{name,-28} {series.Count,9}  p50 {series.PercentileMs(50),8:0.0}  p99 {series.PercentileMs(99),8:0.0} ms");
    var rules = await scenario.Judge(CancellationToken.None);
    foreach (var rule in rules)
        Console.WriteLine($"{(rule.Holds ? "holds " : "BROKEN")} {rule.Rule}: {rule.Measured}");
    return rules.All(rule => rule.Holds) ? 0 : 1;
}
