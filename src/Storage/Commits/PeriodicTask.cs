namespace PartyRealtime.Storage.Commits;

/// <summary>Does something again and again between a start and a stop, one time behind the other, the first time after one interval.</summary>
/// <param name="work">What ends by a failure other than cancellation is not begun again: it handles its own.</param>
internal sealed class PeriodicTask(TimeSpan interval, TimeProvider clock, Func<CancellationToken, Task> work) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public void Start() => running = Task.Run(Run);

    /// <summary>Returns when what was under way has ended.</summary>
    public async Task Stop()
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose() => stopping.Dispose();

    private async Task Run()
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                await work(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
