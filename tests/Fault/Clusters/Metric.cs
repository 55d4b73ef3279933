using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What a node tells its operators.</summary>
internal static class Metric
{
    /// <summary>
    /// The sum over all labels of the metric with this name, or over those with this one, as <c>way="redis"</c>; 0 while
    /// nothing of it was measured.
    /// </summary>
    public static async Task<double> Read(Uri metrics, string name, string label = "")
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var text = await http.GetStringAsync(metrics);
        return Regex.Matches(text, $@"^{name}(\{{[^\n]*\}})? (?<value>[\d.eE+-]+)", RegexOptions.Multiline)
            .Where(line => line.Value.Contains(label, StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));
    }
}
