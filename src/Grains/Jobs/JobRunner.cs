using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Jobs;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Grains.Jobs;

/// <summary>
/// Runs the open jobs of the store on this node: at a ring, and every <see cref="LookEvery"/>. Two nodes that run one
/// job at the same time do no harm: each chunk is fenced by the job's position, and the loser goes on to another job.
/// </summary>
internal sealed class JobRunner(
    IJobReads jobs,
    IDeliveryReads deliveries,
    IDocumentReads documents,
    IOrganisation organisation,
    ICommitWriter writer,
    JobSignal signal,
    JobMetrics metrics,
    TimeProvider time,
    ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private const int JobsAtOnceMax = 100;

    private readonly JobsAside _aside = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var open = await jobs.Open(JobsAtOnceMax, stoppingToken);
                metrics.Saw(open.FirstOrDefault());
                foreach (var job in open)
                    await RunOrPutAside(job, stoppingToken);
                await signal.Wait(LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The store is away or full: what is durable stays, the next look goes on from there.
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                JobLog.LookFailed(logger, failure);
                await signal.Wait(LookEvery, stoppingToken);
            }
        }
    }

    /// <summary>What is wrong with one job must not hold up the others; a store that is away holds up all of them.</summary>
    private async Task RunOrPutAside(JobRow job, CancellationToken cancellation)
    {
        if (_aside.Has(job.Id))
            return;
        try
        {
            await Run(job, cancellation);
            _aside.Succeeded(job.Id);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DbException or OutOfMemoryException))
        {
            _aside.Failed(job.Id);
            JobLog.PutAside(logger, failure, job.Id.Value);
        }
    }

    private async Task Run(JobRow job, CancellationToken cancellation)
    {
        var document = await documents.Find(new DocumentId(job.Subject), cancellation);
        if (document is null || organisation.Unit(document.Unit) is not { } sender)
        {
            JobLog.SubjectMissing(logger, job.Id.Value);
            return;
        }

        var size = FanOut.ChunkDeliveries;
        while (job.FinishedAt is null)
        {
            if (await Chunk(job, document, sender, size, cancellation) is not { } written)
                return;
            // Somebody acted on a delivery of the chunk: fewer at once lose less often, and one alone soon gets through.
            size = written ? FanOut.ChunkDeliveries : Math.Max(1, size / 2);
            job = await jobs.Find(job.Id, cancellation) ?? job;
        }
    }

    /// <summary>
    /// One chunk: true when it is written, false when a position in it was lost, null when there is nothing to do now or
    /// the store takes nothing.
    /// </summary>
    private async Task<bool?> Chunk(JobRow job, DocumentRow document, UnitFacts sender, int size, CancellationToken cancellation)
    {
        var next = await deliveries.Chunk(document.Id, job.Cursor, size, cancellation);
        if (next.Length == 0)
            return null;
        var now = time.GetUtcNow();
        var commit = job.Kind switch
        {
            RecallRound.Kind => RecallRound.Chunk(job, document, next, organisation.Unit, sender, now),
            ReminderRound.Kind => ReminderRound.Chunk(job, document, next, organisation.Unit, sender, now),
            _ => FanOut.Chunk(job, document, next, organisation.Unit, sender, now),
        };
        if (commit is null)
            return null;
        var result = await writer.Write(commit, cancellation);
        if (result is CommitResult.Committed)
            return true;
        JobLog.ChunkNotWritten(logger, job.Id.Value, job.Cursor, result.GetType().Name);
        return result is CommitResult.PositionLost && job.Kind is RecallRound.Kind or ReminderRound.Kind ? false : null;
    }
}
