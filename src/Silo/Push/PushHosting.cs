using PartyRealtime.Contracts.Live;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Push;

/// <summary>The push bus of a node in a cluster.</summary>
internal static class PushHosting
{
    public static void AddPushLinks(this ISiloBuilder silo, ClusterSettings cluster)
    {
        var services = silo.Services;
        services.AddSingleton<FollowedHere>();
        services.AddSingleton<IPushInterest>(provider => provider.GetRequiredService<FollowedHere>());
        services.AddSingleton<PushMetrics>();
        services.AddSingleton<OrleansLink>();
        if (cluster.Push == PushLinkKind.Redis)
            services.AddRedisLink(cluster);
        else
            services.AddSingleton<INodeLink>(provider => provider.GetRequiredService<OrleansLink>());
        services.AddSingleton<PushLines>();
        services.AddHostedService(provider => provider.GetRequiredService<PushLines>());
        services.AddSingleton<IPushBus, NodePushBus>();
        silo.AddGrainService<PushService>();
    }
}
