using MessagePack;
using Microsoft.AspNetCore.Http.Connections;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Policy;

namespace PartyRealtime.Web.Live;

/// <summary>The live layer of a node.</summary>
public static class LiveHosting
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/live";

    /// <summary>A message from a client may have so many bytes.</summary>
    private const long MessageBytesMax = 32 * 1024;

    /// <summary>Adds the hub with both protocols, the in-process push bus and the loops behind it.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services, LiveOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<LiveMap>();
        services.AddSingleton<IConnectionsHere, LivePeople>();
        services.AddSingleton<LiveEpoch>();
        services.AddSingleton<StoreNews>();
        services.AddSingleton<LiveMetrics>();
        services.AddSingleton<LiveDoor>();
        services.AddSingleton<PushQueue>();
        services.AddSingleton<IPushSink>(provider => provider.GetRequiredService<PushQueue>());
        services.AddSingleton<DocumentInterest>();
        services.AddSingleton<BoardWatches>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardWatches>());
        services.AddSingleton<PageWatches>();
        services.AddHostedService(provider => provider.GetRequiredService<PageWatches>());
        services.AddHostedService<LiveDispatcher>();
        services.AddHostedService<HeadsPoll>();
        services.AddHostedService<Farewell>();
        services.AddLogging(logging => logging.AddFilter(LiveLog.Replaced, LogLevel.None));
        services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = MessageBytesMax;
                hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
                hub.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
                hub.EnableDetailedErrors = false;
            })
            .AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions))
            .AddMessagePackProtocol(pack => pack.SerializerOptions = MessagePackSerializerOptions.Standard
                .WithResolver(WireResolver.Instance)
                .WithSecurity(MessagePackSecurity.UntrustedData));
        return services;
    }

    /// <summary>Put before the policy, which checks the origin of WebSocket handshakes.</summary>
    public static IApplicationBuilder UseLive(this IApplicationBuilder app)
    {
        app.UseWebSockets();
        return app.UseWhen(http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase), live => live.UseMiddleware<LiveAdmission>());
    }

    /// <summary>Maps the hub. WebSockets only: the other transports need every request of a connection on one node.</summary>
    public static IEndpointRouteBuilder MapLive(this IEndpointRouteBuilder app)
    {
        app.MapHub<LiveHub>(Path, http => http.Transports = HttpTransportType.WebSockets).RequireAct(Act.Listen);
        return app;
    }
}
