using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using PartyRealtime.Storage.Hosting;
using StackExchange.Redis;

namespace PartyRealtime.Silo.Hosting;

/// <summary>How a silo finds the others, and how soon one that is gone is declared dead.</summary>
internal static class Membership
{
    private const string Service = "partyrealtime";

    /// <summary>A cluster of this one process: its port free and on loopback, no gateway for outside clients.</summary>
    public static void Alone(ISiloBuilder silo) => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0);

    /// <summary>
    /// A member of the cluster. No gateway: a call of a client outside hangs for its whole timeout when a silo dies, so
    /// every process that calls grains is a member.
    /// </summary>
    public static void Member(ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Name, Service));
        silo.Configure<SiloOptions>(options => options.SiloName = cluster.Node);
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = cluster.Address;
            options.SiloPort = cluster.Port == 0 ? FreePort() : cluster.Port;
            options.GatewayPort = 0;
            options.SiloListeningEndpoint = new IPEndPoint(cluster.Address, options.SiloPort);
        });
        if (cluster.Membership == MembershipStore.Redis)
            silo.UseRedisClustering(options => options.ConfigurationOptions = MembersIn(cluster.Redis!));
        else
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", PostgreSqlText.Of(cluster.Store)));
        silo.Configure<ClusterMembershipOptions>(Watch);
        silo.Services.AddSingleton<ILocalSiloDetails, SiloDetails>();
    }

    /// <summary>
    /// Orleans' own values declare a killed silo dead after 12 s and a hung one after 68 s, and a cluster that was killed
    /// whole waits 90 s for its former members; docs/decisions/0023 has the measurements behind these.
    /// </summary>
    private static void Watch(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MinProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
        options.NumMissedProbesLimit = 3;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
        options.NumMissedTableIAmAliveLimit = 3;
        // Who joins is probed like everybody. Orleans would besides evict whoever seems to have joined for 5 minutes, by the
        // machines' clocks: a node whose clock is slow was declared dead as it came.
        options.EvictWhenMaxJoinAttemptTimeExceeded = false;
    }

    /// <summary>However long Redis was away, it is found within a second: the driver's own pauses grow to a minute.</summary>
    private static ConfigurationOptions MembersIn(string redis)
    {
        var options = ConfigurationOptions.Parse(redis);
        options.ReconnectRetryPolicy = new LinearRetry(1_000);
        return options;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
