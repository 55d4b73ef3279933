using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Push;

/// <summary>Redis between the nodes.</summary>
internal static class RedisHosting
{
    public static void AddRedisLink(this IServiceCollection services, ClusterSettings cluster)
    {
        services.AddSingleton(cluster);
        services.AddSingleton<RedisPresence>();
        services.AddSingleton<RedisLink>();
        services.AddSingleton<INodeLink>(provider => provider.GetRequiredService<RedisLink>());
        services.AddHostedService(provider => provider.GetRequiredService<RedisLink>());
    }
}
