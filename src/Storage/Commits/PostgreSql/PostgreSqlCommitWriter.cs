using System.Diagnostics;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// One loop, one connection: what queued while the last batch was in flight is the next one. A refused statement
/// splits the batch down to the command to blame; contention repeats it, without the commands whose rows somebody else
/// holds; a lost connection leaves all of it unknown.
/// </summary>
internal sealed class PostgreSqlCommitWriter(
    CommitQueue queue,
    PostgreSqlWriteSession session,
    WriterWatchdog watchdog,
    TimeProvider clock,
    CommitMetrics metrics,
    WriterLog log)
    : ICommitWriter, IWriterLoop
{
    /// <summary>Whole-batch repeats after contention; then the batch is split to let those go that can.</summary>
    private const int RepeatsMax = 15;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly BatchAdmission admission = new();
    private readonly Linger linger = new(clock);
    private readonly SetAside aside = new(queue, session, clock);
    private readonly List<QueuedCommit> waiting = [];
    private readonly List<QueuedAbandon> abandons = [];
    private readonly List<QueuedSweep> sweeps = [];
    private Task running = Task.CompletedTask;
    private Task<bool>? coming;
    private bool allBehindAside;

    public Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default) =>
        queue.Write(commit, cancellation);

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        queue.Abandon(key, cancellation);

    public void Start()
    {
        running = Task.Run(Run);
        watchdog.Start();
    }

    public async Task Stop()
    {
        queue.Close();
        await running;
        await watchdog.Stop();
        await session.DisposeAsync();
    }

    private async Task Run()
    {
        await session.Warm();
        while (await HasWork())
        {
            Drain();
            await aside.Release(waiting);
            if (linger.IsWorthIt(waiting.Count))
            {
                await Task.Delay(Linger.Wait, clock);
                Drain();
            }

            if (abandons.Count > 0)
                await WriteAbandons();
            var batch = admission.Take(waiting, aside.Commands);
            allBehindAside = waiting.Count > 0 && batch.Count == 0;
            if (batch.Count > 0)
                await WriteBatch(batch);
            foreach (var sweep in sweeps)
                sweep.Complete(await session.Sweep(sweep.Kind, sweep.BeforeMs));
            sweeps.Clear();
        }
    }

    /// <summary>False at the end, when nothing comes any more and nothing waits.</summary>
    private async Task<bool> HasWork()
    {
        if (waiting.Count > 0 && !allBehindAside)
            return true;
        coming ??= queue.Reader.WaitToReadAsync().AsTask();
        if (aside.IsEmpty)
            await coming;
        else if (coming.IsCompletedSuccessfully && !coming.Result)
            await Task.Delay(SetAside.Pause, clock);
        else
            await Task.WhenAny(coming, Task.Delay(SetAside.Pause, clock));

        if (coming.IsCompleted && await coming)
            coming = null;
        return coming is null || !aside.IsEmpty;
    }

    private async Task WriteBatch(List<QueuedCommit> batch)
    {
        if (!aside.IsEmpty)
            await aside.Take(batch);
        if (batch.Count == 0)
            return;
        using var span = CommitSpans.Batch(batch);
        var started = Stopwatch.GetTimestamp();
        await Settle(batch);
        linger.Count(batch.Count);
        metrics.Batch(batch.Count, Stopwatch.GetElapsedTime(started));
    }

    private void Drain()
    {
        while (queue.Reader.TryRead(out var work))
        {
            switch (work)
            {
                case QueuedCommit queued:
                    waiting.Add(queued);
                    break;
                case QueuedAbandon abandon:
                    abandons.Add(abandon);
                    break;
                default:
                    sweeps.Add((QueuedSweep)work);
                    break;
            }
        }
    }

    /// <summary>Writes the batch until each of its commands has its answer.</summary>
    private async Task Settle(List<QueuedCommit> batch)
    {
        for (var repeats = 0; ; repeats++)
        {
            switch (await Execute(batch))
            {
                case BatchOutcome.Done done:
                    metrics.Decided(done.Decided);
                    for (var c = 0; c < batch.Count; c++)
                        queue.Complete(batch[c], done.Results[c]);
                    return;
                case BatchOutcome.Contended contended when repeats < RepeatsMax:
                    metrics.Repeat();
                    log.BatchRepeated(batch.Count, contended.Why);
                    if (await aside.Take(batch) && batch.Count == 0)
                        return;
                    break;
                case BatchOutcome.Contended contended when batch.Count == 1:
                    queue.Complete(batch[0], new CommitResult.Unavailable(contended.Why, RetryAfter));
                    return;
                case BatchOutcome.Refused { MayBeTwin: true } when batch.Count == 1 && repeats == 0:
                    break;
                case BatchOutcome.Refused refused when batch.Count == 1:
                    log.CommandRefused(refused.Guard);
                    queue.Complete(batch[0], new CommitResult.Refused(refused.Guard));
                    return;
                case BatchOutcome.Refused or BatchOutcome.Contended:
                    metrics.Split();
                    await Settle(batch[..(batch.Count / 2)]);
                    await Settle(batch[(batch.Count / 2)..]);
                    return;
                case BatchOutcome.Unavailable unavailable:
                    log.BatchRefused(session.LastError, batch.Count, unavailable.Why);
                    CompleteAll(batch, new CommitResult.Unavailable(unavailable.Why, RetryAfter));
                    return;
                default:
                    log.OutcomeUnknown(session.LastError, batch.Count);
                    CompleteAll(batch, new CommitResult.Unknown());
                    return;
            }
        }
    }

    /// <summary>A bug must not end the loop: what it did to the connection is not known, nor is the batch's outcome.</summary>
    private async Task<BatchOutcome> Execute(List<QueuedCommit> batch)
    {
        try
        {
            return await session.Execute(batch);
        }
        catch (Exception error)
        {
            log.WriterFault(error);
            await session.DisposeAsync();
            return new BatchOutcome.Lost();
        }
    }

    private void CompleteAll(List<QueuedCommit> batch, CommitResult result)
    {
        foreach (var queued in batch)
            queue.Complete(queued, result);
    }

    private async Task WriteAbandons()
    {
        var found = await session.Abandon([.. abandons.Select(abandon => abandon.Key).Distinct()]);
        foreach (var abandon in abandons)
            abandon.Complete(found.GetValueOrDefault(abandon.Key) ?? new CommandStatus.Unknown());
        abandons.Clear();
    }
}
