namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>A request to forget some rows older than an instant.</summary>
internal sealed class QueuedSweep(SweepKind kind, long beforeMs) : QueuedWork
{
    /// <summary>Rows that one sweep removes at most, so that it never holds up the commands behind it.</summary>
    public const int RowsMax = 1_000;

    /// <summary>
    /// How long before the instant a later snapshot may have been written whose forerunners are removed: a day more than from
    /// one pass to the next, so that a node that was down over night misses none.
    /// </summary>
    public const long LaterMs = 24 * 60 * 60 * 1_000;

    private readonly TaskCompletionSource<Swept> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SweepKind Kind { get; } = kind;

    public long BeforeMs { get; } = beforeMs;

    /// <summary>What was removed; nothing when the store could not say.</summary>
    public Task<Swept> Answer => answer.Task;

    public void Complete(Swept swept) => answer.TrySetResult(swept);
}
