using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PartyRealtime.Web.Hosting;

/// <summary>What every node has: its settings, its port, its log.</summary>
internal static class NodeHosting
{
    /// <summary>Bodies of requests, files aside.</summary>
    private const long BodyBytesMax = 4 * 1024 * 1024;

    /// <summary>
    /// Listens where the settings say. The log goes to standard error, so that standard output holds the address and the
    /// demo password and nothing else.
    /// </summary>
    public static void AddNode(this WebApplicationBuilder builder, NodeSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytesMax;
            kestrel.Listen(settings.Listen, settings.Port);
            if (settings.OperationsPort is { } operations)
                kestrel.Listen(IPAddress.Loopback, operations);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Counts from the machine's boot until its first check, and warns of it at every start.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Recommends the server collector at every start; docs/decisions/0013 says why we do not follow.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>
    /// Behind a proxy on this machine the sender's address is what the proxy says; the limits per address need it. Nobody
    /// else is believed.
    /// </summary>
    public static void UseProxy(this WebApplication app, NodeSettings settings)
    {
        if (!settings.Origins.IsEmpty)
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
    }
}
