using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What a node tells its operators.</summary>
internal static class Metric
{
    private static readonly TimeSpan AnsweredMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The sum over all labels of the metric with this name; 0 while nothing of it was measured. A node that is away, or busy
    /// with something else, is asked again for a while; whoever stays away fails the test.
    /// </summary>
    /// <param name="label">With this label alone, such as <c>outcome="unknown"</c>; null for all.</param>
    public static async Task<double> Read(Uri metrics, string name, string? label = null, CancellationToken cancellation = default)
    {
        var text = await Text(metrics, cancellation);
        var labels = label is null ? @"(\{[^\n]*\})?" : $@"\{{[^\n]*{Regex.Escape(label)}[^\n]*\}}";
        return Regex.Matches(text, $@"^{name}{labels} (?<value>[\d.eE+-]+)", RegexOptions.Multiline)
            .Sum(line => double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    private static async Task<string> Text(Uri metrics, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var timer = new PeriodicTimer(Pause);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await http.GetStringAsync(metrics, cancellation);
            }
            catch (Exception away) when (away.IsNoAnswer()
                && !cancellation.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < AnsweredMax)
            {
                await timer.WaitForNextTickAsync(cancellation);
            }
        }
    }
}
