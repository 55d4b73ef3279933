using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyRealtime.Storage.Organisation.Importing;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.Storage.Organisation;

/// <summary>The organisation of this node.</summary>
public static class OrganisationStorage
{
    /// <summary>
    /// Adds <see cref="IOrganisation"/>, <see cref="IOrganisationMap"/>, <see cref="IOfficialReads"/> and <see cref="IStaffReads"/>. Behind the
    /// store's own start and before every other hosted part, an empty store is seeded and the map is loaded.
    /// </summary>
    /// <param name="services">Where AddPartyRealtimeStorage was called before.</param>
    /// <param name="seed">The size of the demo organisation for an empty store; null for none.</param>
    public static IServiceCollection AddOrganisationStorage(this IServiceCollection services, OrganisationSize? seed)
    {
        services.AddSingleton<OrganisationReads>();
        services.AddSingleton<OrganisationSeed>();
        services.AddSingleton<OrganisationImport>();
        services.AddSingleton<LiveOrganisation>();
        services.AddSingleton<IOrganisation>(provider => provider.GetRequiredService<LiveOrganisation>());
        services.AddSingleton<IOrganisationMap>(provider => provider.GetRequiredService<LiveOrganisation>());
        services.AddSingleton<IOfficialReads, OfficialReads>();
        services.AddSingleton<IStaffReads, StaffReads>();
        services.AddSingleton<Staffing>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<OrganisationStart>(provider, new SeedChoice(seed)));
        services.AddHostedService<OrganisationPoll>();
        return services;
    }
}
