namespace PartyRealtime.Silo.Hosting;

/// <summary>The one entry through which a process becomes a silo.</summary>
public static class SiloHosting
{
    /// <summary>Adds the Orleans silo with the project's grains to the host.</summary>
    public static IHostApplicationBuilder AddPartyRealtimeSilo(this IHostApplicationBuilder builder)
    {
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        return builder;
    }
}
