using Microsoft.Extensions.Logging;
using Npgsql;
using PartyRealtime.Storage.Commits.PostgreSql;

namespace PartyRealtime.Storage.Hosting;

/// <summary>Keeps the node's time of day with the database's: asks before anybody reads it, at the start, and then every 5 s.</summary>
internal sealed partial class StoreClockWatch(PostgreSqlSources sources, StoreClock clock, ILogger<StoreClockWatch> log) : IDisposable
{
    private const string Question = "SELECT pr_now_ms()";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Less than this is said of two clocks that are kept by the same time servers.</summary>
    private static readonly TimeSpan SaidMin = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    /// <summary>
    /// A clock that has heard the database, where that answers already: what a process is numbered by is read before the
    /// store has started.
    /// </summary>
    public static StoreClock Begin(PostgreSqlSources sources)
    {
        var clock = new StoreClock();
        try
        {
            using var connection = sources.Read.OpenConnection();
            using var question = new NpgsqlCommand(Question, connection);
            var asked = clock.GetTimestamp();
            clock.Heard(DateTimeOffset.FromUnixTimeMilliseconds((long)question.ExecuteScalar()!), asked, clock.GetTimestamp());
        }
        catch (NpgsqlException)
        {
            // Away, or an empty database: the start of the store hears it, or ends the process.
        }

        return clock;
    }

    /// <summary>Returns when the database was heard, or did not answer.</summary>
    public async Task Start()
    {
        await Look();
        running = Task.Run(Run);
    }

    public async Task Stop()
    {
        await stopping.CancelAsync();
        await running;
    }

    public void Dispose() => stopping.Dispose();

    private async Task Run()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                await Look();
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task Look()
    {
        try
        {
            await using var connection = await sources.Read.OpenConnectionAsync(stopping.Token);
            await using var question = new NpgsqlCommand(Question, connection);
            var asked = clock.GetTimestamp();
            var said = (long)(await question.ExecuteScalarAsync(stopping.Token))!;
            var moved = clock.Heard(DateTimeOffset.FromUnixTimeMilliseconds(said), asked, clock.GetTimestamp());
            if (moved.Duration() >= SaidMin)
                Moved(log, moved);
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            // The monotonic clock leads on; that the database is away, others say.
        }
    }

    [LoggerMessage(1102, LogLevel.Warning, "The time of day here was moved by {Moved} to that of the database: one of the two machines had a wrong clock.")]
    private static partial void Moved(ILogger log, TimeSpan moved);
}
