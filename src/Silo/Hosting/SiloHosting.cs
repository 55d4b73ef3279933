using System.Net;
using System.Net.Sockets;
using PartyRealtime.Grains.Hosting;

namespace PartyRealtime.Silo.Hosting;

/// <summary>The one entry through which a process becomes a silo.</summary>
public static class SiloHosting
{
    /// <summary>
    /// Adds the Orleans silo with the project's grains to the host: a cluster of this one process, its port free and on
    /// loopback, without a gateway for outside clients. The storage must be added to the same host.
    /// </summary>
    public static IHostApplicationBuilder AddPartyRealtimeSilo(this IHostApplicationBuilder builder)
    {
        builder.Services.AddPartyRealtimeGrains();
        // Before Orleans' own providers: the first that knows a type is asked.
        builder.Services.AddSingleton<IGrainInterfaceTypeProvider, RememberedGrainTypes>();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), gatewayPort: 0));
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
