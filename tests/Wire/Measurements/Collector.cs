using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>A collector that takes OTLP over HTTP and keeps every byte.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _exports = new();
    private readonly SemaphoreSlim _came = new(0);

    private Collector(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    public IEnumerable<CollectedSpan> Spans => _exports.Where(export => export.Signal == "traces").SelectMany(export => CollectedSpan.In(export.Body));

    public IEnumerable<CollectedLog> Logs => _exports.Where(export => export.Signal == "logs").SelectMany(export => CollectedLog.In(export.Body));

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/{signal}", collector.Take);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits for exports until they hold what is looked for.</summary>
    public async Task Until(Func<Collector, bool> found)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!found(this))
            await _came.WaitAsync(limit.Token);
    }

    /// <summary>Whether something of this signal has come: traces, metrics or logs.</summary>
    public bool Has(string signal) => _exports.Any(export => export.Signal == signal);

    /// <summary>Whether this text stands anywhere in what has come.</summary>
    public bool Mentions(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return _exports.Any(export => export.Body.AsSpan().IndexOf(bytes) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _came.Dispose();
    }

    private async Task Take(string signal, HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _exports.Enqueue((signal, body.ToArray()));
        _came.Release();
    }
}
