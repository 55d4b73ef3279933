using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Web.Drafting;

/// <summary>Drafts that several people write together, on a node.</summary>
internal static class DraftingHosting
{
    /// <summary>Adds rooms, tickets and the loops behind them. Put before the live layer: see <see cref="DraftFarewell"/>.</summary>
    public static IServiceCollection AddDrafting(this IServiceCollection services, DraftingOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DraftSockets>();
        services.AddSingleton<IConnectionsHere>(provider => provider.GetRequiredService<DraftSockets>());
        services.AddSingleton<DraftingMetrics>();
        services.AddSingleton<DraftRooms>();
        services.AddSingleton<DraftTickets>();
        services.AddSingleton<DraftTicketPace>();
        services.AddSingleton<WordGate>();
        services.AddSingleton<DraftDoor>();
        services.AddSingleton<DraftReception>();
        services.AddHostedService<DraftRounds>();
        services.AddHostedService<DraftFarewell>();
        return services;
    }
}
