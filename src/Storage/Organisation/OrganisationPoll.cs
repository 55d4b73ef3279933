using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PartyRealtime.Storage.Organisation;

/// <summary>Looks every 2 s whether the organisation has moved, so that no node's map is more than 5 s behind.</summary>
internal sealed partial class OrganisationPoll(IOrganisationMap organisation, TimeProvider time, ILogger<OrganisationPoll> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await organisation.Refresh(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The store is away: the map stays as it was, and the next look repairs it.
                PollFailed(failure);
            }
        }
    }
}
