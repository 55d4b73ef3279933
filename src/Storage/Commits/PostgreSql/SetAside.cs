using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// The commands whose rows somebody else holds: they wait here, beside the lane, so that no unit's write waits for another
/// unit's. Looked at every <see cref="Pause"/>; after <see cref="Patience"/> the answer is Unavailable.
/// </summary>
internal sealed class SetAside(CommitQueue queue, PostgreSqlWriteSession session, TimeProvider clock)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly List<QueuedCommit> commands = [];
    private long lookedAt;

    public bool IsEmpty => commands.Count == 0;

    /// <summary>In the order in which they were first set aside.</summary>
    public IReadOnlyCollection<QueuedCommit> Commands => commands;

    /// <summary>Takes out of the batch what would wait for somebody else; false when nothing of it would.</summary>
    public async Task<bool> Take(List<QueuedCommit> batch)
    {
        var held = await session.Held(batch);
        foreach (var at in held.OrderDescending())
        {
            batch[at].HeldSince ??= clock.GetTimestamp();
            commands.Add(batch[at]);
            batch.RemoveAt(at);
        }

        commands.Sort((left, right) => left.HeldSince!.Value.CompareTo(right.HeldSince!.Value));
        return held.Count > 0;
    }

    /// <summary>Puts those that are free again in front of the waiting ones, and refuses those that waited too long.</summary>
    public async Task Release(List<QueuedCommit> waiting)
    {
        if (IsEmpty || clock.GetElapsedTime(lookedAt) < Pause)
            return;
        lookedAt = clock.GetTimestamp();
        var held = await session.Held(commands);
        var free = commands.Where((_, at) => !held.Contains(at)).ToList();
        var late = commands.Where((command, at) => held.Contains(at) && clock.GetElapsedTime(command.HeldSince!.Value) >= Patience).ToList();
        commands.RemoveAll(command => free.Contains(command) || late.Contains(command));
        waiting.InsertRange(0, free);
        foreach (var command in late)
            queue.Complete(command, new CommitResult.Unavailable("lock timeout", RetryAfter));
    }
}
