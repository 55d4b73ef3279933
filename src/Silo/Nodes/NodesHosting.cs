using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Nodes;

/// <summary>What a node says of itself, and how it asks the others.</summary>
internal static class NodesHosting
{
    /// <summary>What is put before a cluster looks at each node every second or so.</summary>
    private static readonly TimeSpan ClusterNotice = TimeSpan.FromSeconds(2);

    /// <param name="cluster">Null for a node that is alone.</param>
    public static void AddNodes(this ISiloBuilder silo, ClusterSettings? cluster)
    {
        var services = silo.Services;
        services.AddMetrics();
        services.AddSingleton(NodeIdentity.Of(cluster));
        services.AddSingleton<NodeMeters>();
        services.AddSingleton(provider => new ProcessorShare(
            provider.GetRequiredService<TimeProvider>(), () => Environment.CpuUsage.TotalTime));
        services.AddSingleton(cluster is null ? new DrainOptions() : new DrainOptions { Notice = ClusterNotice });
        services.AddSingleton<NodeDrain>();
        services.AddSingleton<NodeSelf>();
        services.AddHostedService(provider => provider.GetRequiredService<NodeSelf>());
        services.AddSingleton<NodeLink>();
        services.AddSingleton<FormerNodes>();
        services.AddSingleton<INodes, ClusterNodes>();
        services.AddHostedService<DeciderWatch>();
        silo.AddGrainService<NodeService>();
        if (cluster is not null)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<StoreWatch>(
                provider, (Func<CancellationToken, Task<bool>>)provider.GetRequiredService<Readiness>().StoreAnswers));
    }
}
