using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Web.Auth;

/// <summary>Looks every 3 s at the sessions that hold connections open: 1,000 a read, so 20,000 cost 20 reads.</summary>
internal sealed partial class SessionWatch(SessionCache cache, ISessionReads reads, TimeProvider time, ILogger<SessionWatch> logger)
    : BackgroundService
{
    private const int SessionsPerReadMax = 1_000;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The store is away, not only busy: nothing is committed that could be pushed to them. Connections stay.
                LookFailed(failure);
            }
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        cache.Sweep();
        foreach (var keys in cache.Watched.Chunk(SessionsPerReadMax))
        {
            var askedAt = time.GetTimestamp();
            var open = await reads.Pulses([.. keys.Select(key => key.ToBytes())], time.GetUtcNow(), cancellation);
            cache.Apply(keys, open, askedAt);
        }
    }
}
