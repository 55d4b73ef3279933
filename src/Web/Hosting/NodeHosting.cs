using Microsoft.AspNetCore.HttpOverrides;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Web.Hosting;

/// <summary>What every node has: its settings, its port, its log.</summary>
internal static class NodeHosting
{
    /// <summary>Bodies of requests, files aside.</summary>
    private const long BodyBytesMax = 4 * 1024 * 1024;

    /// <summary>
    /// Listens where the settings say.
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
                kestrel.Listen(settings.OperationsListen, operations);
        });
        builder.Logging.AddNodeLog();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    /// <summary>
    /// Behind a proxy the sender's address is what the proxy says: the limits per address need it, and demo accounts work
    /// for senders on this machine alone. Only the nearest proxy is believed, and only when it is on this machine or named.
    /// </summary>
    public static void UseProxy(this WebApplication app, NodeSettings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        foreach (var proxy in settings.Proxies)
            options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }
}
