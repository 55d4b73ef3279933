using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Files;

/// <summary>
/// Forgets uploads an hour after a document could last name them: the rows first, through the writer, then the content that
/// neither a document nor another upload names. Content that was put anew meanwhile is younger than the rows that went, and
/// stays; a command that was reading the row when it went has had an hour to end. Uploads in parts that nobody goes on with go too.
/// </summary>
internal sealed partial class UploadSweep(
    CommitQueue queue, IReadStore store, IFileStore files, IUploadParts parts, TimeProvider clock, ILogger<UploadSweep> log) : BackgroundService
{
    private const int HashesPerQuery = 100;
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Removes all that are old enough; how many rows and how many files there were.</summary>
    public async Task<(int Rows, int Files)> Sweep(CancellationToken cancellation = default)
    {
        var before = clock.GetUtcNow() - UploadLimits.UsableFor - Margin;
        var (rows, removed) = (0, 0);
        Swept swept;
        do
        {
            swept = await queue.Sweep(SweepKind.Uploads, before.ToUnixTimeMilliseconds());
            rows += swept.Rows;
            foreach (var hashes in swept.Hashes.Distinct(StringComparer.Ordinal).Chunk(HashesPerQuery))
                removed += (await Unnamed(hashes, cancellation)).Count(hash => files.Remove(hash, before));
        }
        while (swept.Rows == QueuedSweep.RowsMax && !cancellation.IsCancellationRequested);
        return (rows, removed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
                files.ClearUp();
                parts.Sweep();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The store or the disk is away: what was not removed stays, and costs room only.
                SweepFailed(failure);
            }
        }
    }

    private async Task<IReadOnlyCollection<string>> Unnamed(string[] hashes, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var named = await connection.QueryAsync<string>(
            "SELECT hash FROM document_file WHERE hash IN @hashes UNION SELECT hash FROM upload WHERE hash IN @hashes",
            new { hashes = Lists.In(hashes) });
        return hashes.Except(named, StringComparer.Ordinal).ToList();
    }

    [LoggerMessage(2301, LogLevel.Warning, "Old uploads could not be swept; the next look tries again.")]
    private partial void SweepFailed(Exception failure);
}
