using System.Globalization;
using System.Text.Json;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests;

/// <summary>Measures what pushes cost one cluster; <c>bench pushes</c> compares several.</summary>
public static class PushRun
{
    public const string Name = "pushes";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes <c>pushes.json</c>; false when the run could not be made.</summary>
    public static async Task<bool> Make(Options options, CancellationToken cancellation)
    {
        using var cost = new PushCost(options, Console.WriteLine);
        try
        {
            var costs = await cost.Measure(cancellation);
            Directory.CreateDirectory(options.Out);
            await File.WriteAllTextAsync(Path.Combine(options.Out, "pushes.json"), JsonSerializer.Serialize(costs, Json), cancellation);
            Say($"notes at {costs.Nodes} nodes", costs.Notes);
            Say($"directives at {costs.Nodes} nodes", costs.Directives);
            return true;
        }
        catch (Exception broken) when (broken is InvalidOperationException or IOException or HttpRequestException or System.Net.WebSockets.WebSocketException)
        {
            await Console.Error.WriteLineAsync($"The run could not be made: {broken.Message}");
            return false;
        }
    }

    private static void Say(string what, PairedCost cost) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {cost.PushSeconds:0.0} +- {cost.Error:0.0} CPU s per 100,000 pushes ({cost.Pushes} seen), {cost.CommitSeconds:0} per 100,000 acts"));
}
