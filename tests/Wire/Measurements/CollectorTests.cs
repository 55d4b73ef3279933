using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Processes;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>What a node sends to a collector, and what it answers on its operations port; the built program, by its environment.</summary>
public sealed class CollectorTests : IAsyncLifetime
{
    private const string Who = "clerk.tw";
    private const string Unreadable = "A request could not be read";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("partyrealtime-wire-");
    private readonly int _operations = LoopbackPorts.Free();
    private Collector? _collector;
    private ServerProcess? _server;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.Start();
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Url.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            // More of our own than a node logs by itself: a calm one logs nothing.
            ["Logging__LogLevel__PartyRealtime"] = "Information",
        };
        _server = await ServerProcess.Start(
            environment, _data.FullName, "--size", "S1", "--operations-port", _operations.ToString(CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        await _collector!.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task One_command_is_one_trace_from_the_request_through_the_grain_to_the_batch()
    {
        using var browser = await SignedIn();
        using (var sent = await SendNote(browser, "Chào đồng chí"))
            sent.EnsureSuccessStatusCode();

        await _collector!.Until(collector => Trace(collector).Any(span => span.Name == "commit batch"));
        await _collector.Until(collector => Trace(collector).Any(span => span.Name == "POST /api/notes"));
        var trace = Trace(_collector).ToList();
        var request = Assert.Single(trace, span => span.Name == "POST /api/notes");
        Assert.Contains(trace, span => span.Source == "Microsoft.Orleans.Application" && span.Words.Contains("rpc.method"));
        var batch = Assert.Single(trace, span => span.Name == "commit batch");
        Assert.Equal("PartyRealtime.Commits", batch.Source);
        Assert.NotEqual("", batch.Parent);
        Assert.Equal(request.Trace, batch.Trace);

        await _collector.Until(collector => collector.Has("metrics"));
        Assert.True(_collector.Mentions("commits.batch.duration"));
    }

    [Fact]
    public async Task What_a_node_logs_is_sent_with_the_trace_of_its_request()
    {
        using var browser = await SignedIn();
        using (var broken = await browser.Command(HttpMethod.Post, "/api/notes", "no note"))
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        await _collector!.Until(collector => collector.Logs.Any(log => log.Text.StartsWith(Unreadable, StringComparison.Ordinal)));
        await _collector.Until(collector => collector.Spans.Any(span => span.Name == "POST /api/notes"));
        var log = Assert.Single(_collector.Logs, log => log.Text.StartsWith(Unreadable, StringComparison.Ordinal));
        Assert.Equal("PartyRealtime.Contracts.Refusals.Refusal", log.Category);
        Assert.Equal("Information", log.Severity);
        Assert.Equal(Assert.Single(_collector.Spans, span => span.Name == "POST /api/notes").Trace, log.Trace);
    }

    [Fact]
    public async Task Nothing_that_belongs_to_a_person_or_a_document_is_sent()
    {
        const string words = "Nội dung không được rời khỏi đây";
        const string subject = "Trích yếu không được rời khỏi đây";
        const string agent = "Private-Browser/7";
        using var browser = await SignedIn();
        var name = (await browser.GetJson("/api/session")).GetProperty("official").GetProperty("name").GetString()!;
        var ticket = await Drafted(browser, subject, words);
        using (var sent = await SendNote(browser, words, agent))
            sent.EnsureSuccessStatusCode();
        // Refused and broken requests, whose messages could name what was asked for.
        using (var search = await browser.Get($"/api/search?q={Uri.EscapeDataString(words)}"))
            search.EnsureSuccessStatusCode();
        using (var refused = await browser.SignIn("nguoi.la", words))
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using (var broken = await browser.Command(HttpMethod.Post, "/api/notes", words))
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        // A later command: when its trace is here, those before it are.
        using (await browser.Command(HttpMethod.Put, "/api/preferences", new { language = "vi" }))
            await _collector!.Until(collector => collector.Spans.Any(span => span.Name == "PUT /api/preferences"));
        await _collector.Until(collector =>
            collector.Has("metrics") && collector.Logs.Any() && collector.Spans.Count(span => span.Name == "POST /api/notes") == 2);

        Assert.All(
            [words, Uri.EscapeDataString(words), subject, agent, "nguoi.la", Who, name, ticket, .. Cookies(browser)],
            text => Assert.False(_collector.Mentions(text), text));
        var known = new HashSet<string>
        {
            "http.request.method", "http.route", "http.response.status_code", "url.scheme", "error.type", "exception.type",
            "rpc.system", "rpc.service", "rpc.method", "commits.batch.commands", "commits.batch.rows",
        };
        Assert.All(_collector.Spans, span => Assert.All(span.Words, word => Assert.True(known.Contains(word), $"{span.Name}: {word}")));
    }

    [Fact]
    public async Task The_operations_port_tells_metrics_and_health_and_nothing_else()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_operations}") };
        Assert.Contains("commits_queue_length", await http.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/session")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/")).StatusCode);
        using var browser = new Browser(_server!.Url);
        using var people = await browser.Get("/metrics");
        Assert.Equal(HttpStatusCode.NotFound, people.StatusCode);
    }

    /// <summary>A document of these words, and a ticket to one that is written together, which was shown where no socket is.</summary>
    private static async Task<string> Drafted(Browser browser, string subject, string words)
    {
        await Composed(browser, subject, words, together: false);
        var document = await Composed(browser, subject, "", together: true);
        using var given = await browser.Command(HttpMethod.Post, $"/api/drafting/{document}/tickets", new { });
        given.EnsureSuccessStatusCode();
        var ticket = (await given.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("ticket").GetString()!;
        using var refused = await browser.Get($"/api/drafting/{document}?ticket={Uri.EscapeDataString(ticket)}");
        Assert.False(refused.IsSuccessStatusCode);
        return ticket;
    }

    private static async Task<Guid> Composed(Browser browser, string subject, string body, bool together)
    {
        using var composed = await browser.Command(HttpMethod.Post, "/api/documents", new
        {
            type = "CV", @abstract = subject, body, urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), together,
        });
        composed.EnsureSuccessStatusCode();
        return (await composed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("stream").GetGuid();
    }

    private IEnumerable<string> Cookies(Browser browser) => browser.Cookies.GetCookies(_server!.Url).Select(cookie => cookie.Value);

    private static IEnumerable<CollectedSpan> Trace(Collector collector)
    {
        var spans = collector.Spans.ToList();
        var trace = spans.FirstOrDefault(span => span.Name == "POST /api/notes")?.Trace;
        return spans.Where(span => span.Trace == trace);
    }

    private async Task<Browser> SignedIn()
    {
        var browser = new Browser(_server!.Url);
        using var answer = await browser.SignIn(Who, _server.DemoPassword);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    private static async Task<HttpResponseMessage> SendNote(Browser browser, string text, string? agent = null)
    {
        var me = (await browser.GetJson("/api/session")).GetProperty("official").GetProperty("id").GetInt32();
        if (agent is not null)
            browser.Agent = agent;
        return await browser.Command(HttpMethod.Post, "/api/notes", new { to = me, text });
    }
}
