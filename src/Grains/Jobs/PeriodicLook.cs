using Microsoft.Extensions.Hosting;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// Looks at the tables from time to time for something to do. A look that fails leaves all as it is for the next one, here
/// or on another node.
/// </summary>
internal abstract class PeriodicLook(TimeSpan every, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time { get; } = time;

    /// <summary>One look, to its end.</summary>
    protected abstract Task Look(CancellationToken cancellation);

    /// <summary>The store is away, or a look has a bug: to be logged.</summary>
    protected abstract void LookFailed(Exception failure);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Time);
        try
        {
            do
            {
                await Try(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops; the next look finds the same.
        }
    }

    private async Task Try(CancellationToken cancellation)
    {
        try
        {
            await Look(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            LookFailed(failure);
        }
    }
}
