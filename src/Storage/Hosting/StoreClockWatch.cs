using Microsoft.Extensions.Logging;
using Npgsql;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Commits.PostgreSql;

namespace PartyRealtime.Storage.Hosting;

/// <summary>Keeps the node's time of day with the database's: asks before anybody reads it, at the start, and then every 5 s.</summary>
internal sealed partial class StoreClockWatch : IDisposable
{
    private const string Question = "SELECT pr_now_ms()";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Less than this is said of two clocks that are kept by the same time servers.</summary>
    private static readonly TimeSpan SaidMin = TimeSpan.FromSeconds(1);

    private readonly PostgreSqlSources sources;
    private readonly StoreClock clock;
    private readonly ILogger<StoreClockWatch> log;
    private readonly PeriodicTask looks;

    public StoreClockWatch(PostgreSqlSources sources, StoreClock clock, ILogger<StoreClockWatch> log)
    {
        (this.sources, this.clock, this.log) = (sources, clock, log);
        looks = new PeriodicTask(Interval, clock, Look);
    }

    /// <summary>
    /// A clock that has heard the database, where that answers already: what a process is numbered by is read before the
    /// store has started.
    /// </summary>
    public static StoreClock Begin(PostgreSqlSources sources)
    {
        var begun = new StoreClock();
        try
        {
            using var connection = sources.Read.OpenConnection();
            using var question = new NpgsqlCommand(Question, connection);
            var asked = begun.GetTimestamp();
            Hear(begun, question.ExecuteScalar(), asked);
        }
        catch (Exception away) when (PostgreSqlErrors.IsOfTheDatabase(away))
        {
            // Away, or an empty database: the start of the store hears it, or ends the process.
        }

        return begun;
    }

    /// <summary>Returns when the database was heard, or did not answer: at its first look the schema may have been missing.</summary>
    public async Task Start()
    {
        await Look(CancellationToken.None);
        looks.Start();
    }

    public Task Stop() => looks.Stop();

    public void Dispose() => looks.Dispose();

    private static TimeSpan Hear(StoreClock clock, object? said, long asked) =>
        clock.Heard(DateTimeOffset.FromUnixTimeMilliseconds((long)said!), asked, clock.GetTimestamp());

    private async Task Look(CancellationToken stopping)
    {
        try
        {
            await using var connection = await sources.Read.OpenConnectionAsync(stopping);
            await using var question = new NpgsqlCommand(Question, connection);
            var asked = clock.GetTimestamp();
            var moved = Hear(clock, await question.ExecuteScalarAsync(stopping), asked);
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
