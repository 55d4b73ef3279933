using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What a node tells its operators.</summary>
internal static class Metric
{
    /// <summary>The sum over all labels of the metric with this name; 0 while nothing of it was measured.</summary>
    /// <param name="label">With this label alone, such as <c>outcome="unknown"</c>; null for all.</param>
    public static async Task<double> Read(Uri metrics, string name, string? label = null)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var text = await http.GetStringAsync(metrics);
        var labels = label is null ? @"(\{[^\n]*\})?" : $@"\{{[^\n]*{Regex.Escape(label)}[^\n]*\}}";
        return Regex.Matches(text, $@"^{name}{labels} (?<value>[\d.eE+-]+)", RegexOptions.Multiline)
            .Sum(line => double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));
    }
}
