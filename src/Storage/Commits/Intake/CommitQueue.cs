using System.Collections.Concurrent;
using System.Threading.Channels;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>
/// The bounded way into the one writer. Callers enter from any thread; one reader drains. It also knows which command
/// ids are in flight on this node.
/// </summary>
internal sealed class CommitQueue
{
    /// <summary>Commands waiting or in flight; one more is answered Unavailable at once.</summary>
    public const int CommandsMax = 20_000;

    private static readonly TimeSpan RetryAfterFull = TimeSpan.FromSeconds(1);

    private readonly Channel<QueuedWork> channel =
        Channel.CreateUnbounded<QueuedWork>(new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<CommandKey, QueuedCommit> inFlight = new();
    private readonly CommitMetrics metrics;
    private int length;

    public CommitQueue(CommitMetrics metrics)
    {
        this.metrics = metrics;
        metrics.Watch(() => Length);
    }

    public ChannelReader<QueuedWork> Reader => channel.Reader;

    /// <summary>Commands waiting or in flight.</summary>
    public int Length => Volatile.Read(ref length);

    /// <summary>The answer to come of the command in flight on this node under this id, if there is one.</summary>
    public Task<CommitResult>? InFlight(CommandKey key) => inFlight.GetValueOrDefault(key)?.Answer;

    public Task<CommitResult> Write(Commit commit, CancellationToken cancellation)
    {
        var queued = new QueuedCommit(commit);
        CommitCheck.Shape(queued);
        if (CommitCheck.BadText(commit) is { } guard)
            return Task.FromResult<CommitResult>(new CommitResult.Refused(guard));

        if (Interlocked.Increment(ref length) > CommandsMax)
        {
            Interlocked.Decrement(ref length);
            return Task.FromResult<CommitResult>(new CommitResult.Unavailable(CommitResult.Unavailable.QueueFull, RetryAfterFull));
        }

        if (commit.Claim is { } claim)
            inFlight.TryAdd(claim.Key, queued);
        if (!channel.Writer.TryWrite(queued))
            Complete(queued, new CommitResult.Unavailable("stopping", RetryAfterFull));
        return cancellation.CanBeCanceled ? queued.Answer.WaitAsync(cancellation) : queued.Answer;
    }

    public async Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation)
    {
        if (InFlight(key) is { } twin)
        {
            switch (await twin.WaitAsync(cancellation))
            {
                case CommitResult.Committed committed:
                    return new CommandStatus.Applied(committed.Receipt);
                case CommitResult.Replayed replayed:
                    return new CommandStatus.Applied(replayed.Receipt);
            }
        }

        var queued = new QueuedAbandon(key);
        if (!channel.Writer.TryWrite(queued))
            queued.Complete(new CommandStatus.Unknown());
        return await queued.Answer.WaitAsync(cancellation);
    }

    /// <summary>Forgets up to <see cref="QueuedSweep.RowsMax"/> rows older than the instant; what there was.</summary>
    public async Task<Swept> Sweep(SweepKind kind, long beforeMs)
    {
        var queued = new QueuedSweep(kind, beforeMs);
        return channel.Writer.TryWrite(queued) ? await queued.Answer : Swept.None;
    }

    /// <summary>Gives the answer; the command is no longer in flight when its caller sees it.</summary>
    public void Complete(QueuedCommit queued, CommitResult result)
    {
        Interlocked.Decrement(ref length);
        if (queued.Commit.Claim is { } claim)
            inFlight.TryRemove(new KeyValuePair<CommandKey, QueuedCommit>(claim.Key, queued));
        metrics.Outcome(result);
        queued.Complete(result);
    }

    /// <summary>Takes no more; what is queued is still written.</summary>
    public void Close() => channel.Writer.TryComplete();
}
