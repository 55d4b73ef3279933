using PartyRealtime.LoadTests;
using PartyRealtime.LoadTests.Engine;
using PartyRealtime.LoadTests.Report;

const int passed = 0, failed = 1, impossible = 2;

if (args is [Plots.Word, var title, var page, .. { Length: > 0 } files])
{
    Plots.Write(title, page, files);
    return passed;
}

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return impossible;
}

using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    end.Cancel();
};
if (options.Scenario == PushRun.Name)
    return await PushRun.Make(options, end.Token) ? passed : impossible;
var meter = new Meter();
if (Run.Find(options, meter) is not { } scenario)
{
    Console.Error.WriteLine(Options.Usage);
    return impossible;
}

await using (scenario)
{
    try
    {
        return await Run.Make(options, scenario, meter, end.Token) ? passed : failed;
    }
    catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or System.Net.WebSockets.WebSocketException or OperationCanceledException)
    {
        Console.Error.WriteLine($"The run could not be made: {e.Message}");
        return impossible;
    }
}
