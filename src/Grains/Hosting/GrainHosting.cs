using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.Grains.Documents;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.Grains.Inbox;
using PartyRealtime.Grains.Jobs;

namespace PartyRealtime.Grains.Hosting;

/// <summary>What the grains need from the silo's container.</summary>
public static class GrainHosting
{
    /// <summary>Adds it. The storage ports are added by Storage, the grains themselves are found by Orleans.</summary>
    public static IServiceCollection AddPartyRealtimeGrains(this IServiceCollection services)
    {
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<JobSignal>();
        services.AddMetrics();
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<DraftMetrics>();
        services.AddHostedService<JobRunner>();
        services.AddHostedService<RecallEnds>();
        services.AddHostedService<DueScan>();
        services.AddHostedService<EscalationScan>();
        return services;
    }
}
