using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>
/// One thread, one connection: takes what queued while the last transaction was made durable, applies each command
/// under a savepoint, commits, then answers. Failing disks refuse the whole batch; the next batch opens a new session.
/// </summary>
internal sealed partial class SqliteCommitWriter(
    CommitQueue queue, SqliteFile file, TimeProvider clock, CommitMetrics metrics, ILogger<SqliteCommitWriter> log)
    : ICommitWriter, IWriterLoop
{
    private const int BatchCommandsMax = 512;
    private const int BatchRowsMax = 20_000;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly List<QueuedWork> batch = [];
    private readonly List<object> results = [];
    private SqliteWriteSession? session;
    private Thread? thread;

    public Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default) =>
        queue.Write(commit, cancellation);

    public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
        queue.Abandon(key, cancellation);

    public void Start()
    {
        thread = new Thread(Run) { Name = "commit writer", IsBackground = true };
        thread.Start();
    }

    public Task Stop()
    {
        queue.Close();
        thread?.Join();
        return Task.CompletedTask;
    }

    private void Run()
    {
        // An empty transaction, so that the first command finds the connection open and its statements at hand.
        Transact();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Take();
            var started = Stopwatch.GetTimestamp();
            CommitResult? failure;
            using (CommitSpans.Batch(batch))
                failure = Transact();
            metrics.Batch(batch.Count, Stopwatch.GetElapsedTime(started));
            Answer(failure);
        }

        session?.Dispose();
    }

    private void Take()
    {
        batch.Clear();
        results.Clear();
        var weight = 0;
        var bytes = 0L;
        while (batch.Count < BatchCommandsMax && weight < BatchRowsMax && bytes < BatchAdmission.BytesMax && queue.Reader.TryRead(out var work))
        {
            batch.Add(work);
            weight += work is QueuedCommit queued ? queued.Weight : 1;
            bytes += (work as QueuedCommit)?.Bytes ?? 0;
        }
    }

    /// <summary>Applies the batch; null when it is durable, else the answer for all of it.</summary>
    private CommitResult? Transact()
    {
        var committing = false;
        try
        {
            session ??= new SqliteWriteSession(file.OpenWriter(), clock);
            session.Begin();
            foreach (var work in batch)
                results.Add(Do(session, work));

            committing = true;
            session.Commit();
            return null;
        }
        catch (Exception error)
        {
            BatchFailed(error, batch.Count);
            session?.Dispose();
            session = null;
            return committing && SqliteErrors.MayBeCommitted(error)
                ? new CommitResult.Unknown()
                : new CommitResult.Unavailable(SqliteErrors.Name(error), RetryAfter);
        }
    }

    private static object Do(SqliteWriteSession session, QueuedWork work) => work switch
    {
        QueuedCommit queued => session.Apply(queued),
        QueuedAbandon abandon => session.Abandon(abandon.Key),
        _ => session.Sweep(((QueuedSweep)work).Kind, ((QueuedSweep)work).BeforeMs),
    };

    private void Answer(CommitResult? failure)
    {
        for (var at = 0; at < batch.Count; at++)
        {
            switch (batch[at])
            {
                case QueuedCommit queued:
                    queue.Complete(queued, failure ?? (CommitResult)results[at]);
                    break;
                case QueuedAbandon abandon:
                    abandon.Complete(failure is null ? (CommandStatus)results[at] : new CommandStatus.Unknown());
                    break;
                default:
                    ((QueuedSweep)batch[at]).Complete(failure is null ? (Swept)results[at] : Swept.None);
                    break;
            }
        }
    }

    [LoggerMessage(1101, LogLevel.Error, "A batch of {Commands} commands was not written.")]
    private partial void BatchFailed(Exception error, int commands);
}
