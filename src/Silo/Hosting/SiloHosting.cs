using Orleans.Configuration;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Grains.Hosting;
using PartyRealtime.Silo.Nodes;
using PartyRealtime.Silo.Push;
using PartyRealtime.Storage.Live;

namespace PartyRealtime.Silo.Hosting;

/// <summary>The one entry through which a process becomes a silo.</summary>
public static class SiloHosting
{
    /// <summary>A call that took so long has failed; the same command sent again gets the answer.</summary>
    private static readonly TimeSpan CallMax = TimeSpan.FromSeconds(10);

    /// <summary>With the notice before it, a node that was told to stop is gone within 15 s.</summary>
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Grains whose place a node remembers: more than the accounts of the whole organisation. Orleans' own million takes
    /// 40 MB in tables before the first grain is called.
    /// </summary>
    private const int PlacesMax = 200_000;

    /// <summary>
    /// Adds the Orleans silo to the host: alone, with the project's grains, or as a member of the cluster, with the grains
    /// when its roles say so. The storage must be added to the same host.
    /// </summary>
    /// <param name="cluster">Null for a node that is alone.</param>
    /// <param name="isCounting">Whether the Orleans Dashboard counts here; see <see cref="DashboardHosting"/>.</param>
    public static IHostApplicationBuilder AddPartyRealtimeSilo(
        this IHostApplicationBuilder builder, ClusterSettings? cluster = null, bool isCounting = false)
    {
        // Before Orleans' own providers: the first that knows a type is asked.
        builder.Services.AddSingleton<IGrainInterfaceTypeProvider, RememberedGrainTypes>();
        builder.UseOrleans(silo =>
        {
            silo.Services.AddSingleton<InProcessPushBus>();
            silo.Configure<GrainDirectoryOptions>(options => options.CacheSize = PlacesMax);
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = CallMax);
            if (cluster is null)
                Alone(silo);
            else
                Member(silo, cluster);
            silo.AddNodes(cluster);
            if (isCounting)
                silo.AddCounting();
            else
                silo.AddNoCounting();
            if (cluster is null || cluster.Roles.HasFlag(NodeRoles.Silo))
                silo.Services.AddPartyRealtimeGrains();
            else
                silo.Services.PostConfigure<GrainTypeOptions>(WithoutGrains);
            silo.AddOutgoingGrainCallFilter<SecondSending>();
            if (builder.Configuration.HasCollector())
                silo.AddActivityPropagation();
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopMax);
        builder.Services.AddSingleton<Deciders>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<NodeEnd>();
        return builder;
    }

    private static void Alone(ISiloBuilder silo)
    {
        Membership.Alone(silo);
        silo.Services.AddSingleton<IPushBus>(provider => provider.GetRequiredService<InProcessPushBus>());
        silo.Services.AddSingleton<IPushInterest, NobodyElse>();
    }

    private static void Member(ISiloBuilder silo, ClusterSettings cluster)
    {
        Membership.Member(silo, cluster);
        silo.AddPushLinks(cluster);
    }

    /// <summary>A web edge hosts no grain of ours: what it does not register is never placed on it.</summary>
    private static void WithoutGrains(GrainTypeOptions options) =>
        options.Classes.RemoveWhere(type => type.Assembly == typeof(GrainHosting).Assembly);
}
