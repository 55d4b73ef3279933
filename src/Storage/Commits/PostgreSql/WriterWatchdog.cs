using Npgsql;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Ends writer sessions whose node stopped while it was sending: the server waits for the rest of the batch
/// (active / ClientRead) with heads locked, and no timeout of the server sees that. Every node looks once a second;
/// an advisory lock lets one of them do it at a time. Where the database was away, each look empties the pool of
/// reading connections: those that stood idle meanwhile are dead, and each would fail the read that takes it.
/// </summary>
internal sealed class WriterWatchdog : IDisposable
{
    private const long LockKey = 0x5052_5761_7463_6864;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const string End =
        """
        SELECT count(*) FILTER (WHERE pg_terminate_backend(stuck.pid)) FROM (
          SELECT pid FROM pg_stat_activity
          WHERE application_name = $1 AND datname = current_database() AND wait_event = 'ClientRead'
            AND state <> 'idle' AND xact_start < clock_timestamp() - interval '3 seconds') AS stuck
        WHERE pg_try_advisory_xact_lock($2)
        """;

    private readonly PostgreSqlSources sources;
    private readonly CommitMetrics metrics;
    private readonly WriterLog log;
    private readonly PeriodicTask looks;

    public WriterWatchdog(PostgreSqlSources sources, TimeProvider clock, CommitMetrics metrics, WriterLog log)
    {
        (this.sources, this.metrics, this.log) = (sources, metrics, log);
        looks = new PeriodicTask(Interval, clock, Look);
    }

    public void Start() => looks.Start();

    public Task Stop() => looks.Stop();

    public void Dispose() => looks.Dispose();

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await using var command = sources.Watch.CreateCommand(End);
            command.Parameters.Add(new NpgsqlParameter { Value = PostgreSqlSources.WriterName });
            command.Parameters.Add(new NpgsqlParameter { Value = LockKey });
            var ended = (int)(long)(await command.ExecuteScalarAsync(stopping))!;
            if (ended > 0)
            {
                metrics.SessionsEnded(ended);
                log.SessionsEnded(ended);
            }
        }
        catch (Exception error) when (PostgreSqlErrors.IsOfTheDatabase(error) && !(error is OperationCanceledException && stopping.IsCancellationRequested))
        {
            // One that has no place for the watch is not away: the places that the readers have are to be kept.
            if (PostgreSqlErrors.IsLost(error) && error is not PostgresException { SqlState: PostgresErrorCodes.TooManyConnections })
                sources.Read.Clear();
            log.WatchdogBlind(error);
        }
    }
}
