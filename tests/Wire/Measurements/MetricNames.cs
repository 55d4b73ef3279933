using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>The instruments of this process, under the names that they have in the Prometheus text format.</summary>
internal sealed partial class MetricNames : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _names = new();
    private readonly MeterListener _listener = new();

    public MetricNames()
    {
        _listener.InstrumentPublished = (instrument, _) =>
        {
            foreach (var name in Of(instrument))
                _names[name] = true;
        };
        _listener.Start();
    }

    public bool Has(string name) => _names.ContainsKey(name);

    /// <summary>The metrics that a query asks for: each has its labels in braces behind it.</summary>
    public static IEnumerable<string> In(string text) => Metric().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>The full path of a file of the tree.</summary>
    public static string Tree(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, path);
    }

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<string> Of(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        var unit = instrument.Unit switch
        {
            null or "" or "1" or ['{', ..] => null,
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            "MB" => "megabytes",
            var word => word,
        };
        if (unit is not null && !name.EndsWith(unit, StringComparison.Ordinal))
            name += "_" + unit;
        var kind = instrument.GetType().Name;
        if (kind.StartsWith("Histogram", StringComparison.Ordinal))
            return [name, name + "_bucket", name + "_sum", name + "_count"];
        return kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal)
            ? [name + "_total"]
            : [name];
    }

    [GeneratedRegex(@"\b(commits|jobs|live|push|edge|drafting|http|kestrel|dotnet|orleans)_[a-z_]+(?=\{)", RegexOptions.ExplicitCapture)]
    private static partial Regex Metric();
}
