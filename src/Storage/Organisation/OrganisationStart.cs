using Microsoft.Extensions.Hosting;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.Storage.Organisation;

/// <summary>Seeds an empty store and loads the map before anything that needs them starts.</summary>
internal sealed class OrganisationStart(OrganisationSeed seed, IOrganisationMap organisation, SeedChoice choice)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (choice.Size is { } size)
            await seed.Run(size, cancellation: cancellationToken);
        await organisation.Refresh(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
