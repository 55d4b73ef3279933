using System.Globalization;
using System.Net;
using System.Text;
using PartyRealtime.LoadTests.Engine;

namespace PartyRealtime.LoadTests.Report;

/// <summary>The run as one page that needs no other file.</summary>
public static class HtmlReport
{
    internal const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem;color:#222}
        table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.ok{color:#2c7a3f}.no{color:#b3401f;font-weight:600}
        svg{width:100%;height:auto}svg text{font-size:11px;fill:#555}.grid{stroke:#e4e4e4}figure{margin:1.5rem 0}figcaption{font-weight:600}
        """;

    public static string Write(Summary summary, Meter meter, IReadOnlyDictionary<string, List<Sample>> samples)
    {
        var page = new StringBuilder();
        Append(page, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Text(summary.Scenario)}</title><style>{Style}</style>");
        Append(page, $"<h1>{Text(summary.Scenario)}: <span class=\"{(summary.Passed ? "ok\">passed" : "no\">failed")}</span></h1>");
        Append(page, $"<p>{summary.BeganAt:u} · {summary.Arrivals} arrivals at {string.Join(", ", summary.Steps.Select(step => step.ArrivalsPerSecond))} a second · {summary.Seconds:0} s · seed {summary.Seed} · {Text(string.Join(", ", summary.Targets))}</p>");
        Append(page, $"<p>{summary.Machine.Cores} cores, load before the run {Text(summary.Machine.LoadBefore)}, .NET {Text(summary.Machine.Runtime)}, {Text(summary.Machine.System)}; the generator was at most {summary.GeneratorLateMsMax:0.#} ms behind its schedule.</p>");

        page.Append("<table><tr><th>rule<th>measured<th>");
        foreach (var rule in summary.Rules)
            Append(page, $"<tr><td>{Text(rule.Rule)}<td>{Text(rule.Measured)}<td class=\"{(rule.Holds ? "ok\">holds" : "no\">broken")}");
        page.Append("</table><table><tr><th>milliseconds<th class=n>count<th class=n>p50<th class=n>p90<th class=n>p99<th class=n>p99.9<th class=n>max");
        foreach (var (name, times) in summary.Times)
            Append(page, $"<tr><td>{Text(name)}<td class=n>{times.Count}<td class=n>{times.P50Ms:0.0}<td class=n>{times.P90Ms:0.0}<td class=n>{times.P99Ms:0.0}<td class=n>{times.P999Ms:0.0}<td class=n>{times.MaxMs:0.0}");
        page.Append("</table><table><tr><th>processes<th class=n>CPU seconds<th class=n>cores, mean<th class=n>cores, max<th class=n>resident MiB, max");
        foreach (var (name, usage) in summary.Processes)
            Append(page, $"<tr><td>{Text(name)}<td class=n>{usage.CpuSeconds:0.0}<td class=n>{usage.CoresMean:0.00}<td class=n>{usage.CoresMax:0.00}<td class=n>{usage.ResidentMiBMax:0}");
        page.Append("</table>");
        AppendSteps(page, summary.Steps);
        page.Append("<table><tr><th>counted<th class=n>");
        foreach (var (name, count) in summary.Counts)
            Append(page, $"<tr><td>{Text(name)}<td class=n>{count}");
        page.Append("</table>");

        page.Append(SvgPlot.Draw("99 % took at most", "ms", [.. meter.Series.Select(series => (series.Key, series.Value.Course(99)))]));
        page.Append(SvgPlot.Draw("Half took at most", "ms", [.. meter.Series.Select(series => (series.Key, series.Value.Course(50)))]));
        page.Append(SvgPlot.Draw("CPU", "cores", Lines(samples, sample => sample.Cores)));
        page.Append(SvgPlot.Draw("Memory", "MiB resident", Lines(samples.Where(group => group.Key != Sampler.Others), sample => sample.ResidentMiB)));
        return page.Append("</html>\n").ToString();
    }

    private static void AppendSteps(StringBuilder page, IReadOnlyList<StepResult> steps)
    {
        page.Append("<table><tr><th class=n>step<th class=n>arrivals a second<th class=n>seconds<th class=n>CPU s per 100,000<th>p50 / p99 ms");
        foreach (var (number, step) in steps.Index())
        {
            var times = string.Join(", ", step.Times.Select(time => string.Create(
                CultureInfo.InvariantCulture, $"{time.Key} {time.Value.P50Ms:0.0} / {time.Value.P99Ms:0.0}")));
            Append(page, $"<tr><td class=n>{number + 1}<td class=n>{step.ArrivalsPerSecond:0.###}<td class=n>{step.Seconds:0.0}<td class=n>{step.CpuSecondsPer100000:0.0}<td>{Text(times)}");
        }

        page.Append("</table>");
    }

    private static List<(string, IReadOnlyList<(double, double)>)> Lines(IEnumerable<KeyValuePair<string, List<Sample>>> samples, Func<Sample, double> value) =>
        [.. samples.Select(group => (group.Key, (IReadOnlyList<(double, double)>)[.. group.Value.Select(sample => (sample.Second, value(sample)))]))];

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Append(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture));
}
