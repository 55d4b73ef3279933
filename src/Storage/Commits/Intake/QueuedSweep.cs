namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>A request to forget some claims older than an instant.</summary>
internal sealed class QueuedSweep(long beforeMs) : QueuedWork
{
    /// <summary>Claims that one sweep removes at most, so that it never holds up the commands behind it.</summary>
    public const int ClaimsMax = 1_000;

    private readonly TaskCompletionSource<int> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long BeforeMs { get; } = beforeMs;

    /// <summary>How many were removed; 0 when the store could not say.</summary>
    public Task<int> Answer => answer.Task;

    public void Complete(int removed) => answer.TrySetResult(removed);
}
