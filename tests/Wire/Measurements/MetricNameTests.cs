using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>What the board, the alarms and their table ask for is what a node of a cluster measures.</summary>
[Trait("Needs", "PostgreSql")]
public sealed partial class MetricNameTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly MetricNames _known = new();
    private ClusterNode? _node;

    public async ValueTask InitializeAsync() => _node = await ClusterNode.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _node!.DisposeAsync();
        _known.Dispose();
    }

    [Fact]
    public async Task Every_metric_of_the_board_the_alarms_and_their_table_is_measured_and_every_row_has_its_alarm()
    {
        // A code's counter is made by the first refusal.
        using var stranger = _node!.Node.NewBrowser();
        using var refused = await stranger.Get("/api/session");
        // The drafts' instruments are made by the first that is opened.
        await _node.Node.Services.GetRequiredService<IGrainFactory>().GetGrain<IDraftingGrain>(Guid.NewGuid()).Diff([0]);
        // First that the names are made as the exporter makes them.
        using var http = new HttpClient();
        var page = await http.GetStringAsync(new Uri($"http://127.0.0.1:{_node.OperationsPort}/metrics"));
        var shown = Shown().Matches(page).Select(match => match.Groups["name"].Value).ToList();
        Assert.InRange(shown.Count, 20, 500);
        Assert.All(shown, name => Assert.True(_known.Has(name), name));

        var board = await File.ReadAllTextAsync(MetricNames.Tree("deploy/grafana/partyrealtime.json"));
        var asked = JsonDocument.Parse(board).RootElement.GetProperty("panels").EnumerateArray()
            .Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)
            .ToList();
        Assert.All(asked.Where(query => !query.Contains("(up{", StringComparison.Ordinal)), query => Assert.NotEmpty(MetricNames.In(query)));
        Assert.All(asked.SelectMany(MetricNames.In), name => Assert.True(_known.Has(name), $"board: {name}"));

        var table = (await File.ReadAllLinesAsync(MetricNames.Tree("docs/operations.md")))
            .Select(line => TableRow().Match(line)).Where(match => match.Success).ToList();
        Assert.InRange(table.Count, 15, 100);
        Assert.All(table.Select(NameOf), name => Assert.True(_known.Has(name), $"alarm table: {name}"));

        var rules = AlertRule.Read(await File.ReadAllTextAsync(MetricNames.Tree("deploy/prometheus/partyrealtime.rules.yml")));
        var watched = rules.SelectMany(rule => MetricNames.In(rule.Query)).Distinct().ToList();
        Assert.All(watched, name => Assert.True(_known.Has(name), $"alarm: {name}"));
        // A row that names a condition has its alarm; a histogram is asked for by its buckets.
        Assert.All(
            table.Where(row => !row.Groups["when"].Value.StartsWith("no alarm", StringComparison.Ordinal)).Select(NameOf),
            name => Assert.True(watched.Contains(name) || watched.Contains(name + "_bucket"), $"no alarm for {name}"));
    }

    [GeneratedRegex("^# TYPE (?<name>(commits|jobs|live|push|edge|drafting|http|kestrel|dotnet|orleans)_[a-z_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Shown();

    private static string NameOf(Match row) => row.Groups["name"].Value;

    [GeneratedRegex(@"^\| `(?<name>(commits|jobs|live|push|edge|drafting)_[a-z_]+)[`{].*\| (?<when>[^|]+) \|$", RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();
}
