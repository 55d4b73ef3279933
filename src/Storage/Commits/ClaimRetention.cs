using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits;

/// <summary>
/// Forgets command ids <see cref="Kept"/> after their use, in small steps through the writer. Every node does it; the
/// steps of several do not wait for each other.
/// </summary>
internal sealed class ClaimRetention(CommitQueue queue, TimeProvider clock) : IDisposable
{
    /// <summary>For this long a repetition of a command gets the stored answer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(Run);

    public async Task Stop()
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Removes all that are old enough; how many there were.</summary>
    public async Task<int> Sweep()
    {
        var before = (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        var total = 0;
        int removed;
        do
            total += removed = await queue.Sweep(before);
        while (removed == QueuedSweep.ClaimsMax && !stopping.IsCancellationRequested);
        return total;
    }

    private async Task Run()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                await Sweep();
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
