using System.Diagnostics;
using System.Globalization;
using Dapper;
using DbUp;
using Npgsql;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Schema;

/// <summary>Migrates PostgreSQL; nodes that start together take turns under an advisory lock.</summary>
internal sealed class PostgreSqlMigrator(StoreOptions options, EpochKeeper epochs) : ISchemaMigrator
{
    /// <summary>Any number that nothing else in this database locks.</summary>
    private const long LockKey = 0x5052_5363_6865_6D61;

    /// <summary>Another one.</summary>
    private const long FillKey = LockKey + 1;

    /// <summary>
    /// A script that waits for a table behind a long read lets nobody else at it meanwhile: it gives way after so long, and
    /// comes again.
    /// </summary>
    private const int LockSeconds = 5;

    private const int TriesMax = 60;

    private static readonly TimeSpan TurnMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TurnAgain = TimeSpan.FromMilliseconds(100);

    // A primary that is gone without a word is noticed all the same.
    private readonly NpgsqlConnectionStringBuilder text = new(PostgreSqlText.Of(options.PostgreSql!)) { Pooling = false, TcpKeepAlive = true };

    public void Migrate()
    {
        using var connection = new NpgsqlConnection(options.PassesBy ? text.ToString() : Patient.ToString());
        connection.Open();
        TakeTurn(connection, LockKey, options.PassesBy ? TurnMax : null);
        if (Missing(connection) is { Count: > 0 } missing)
            Run(missing, connection);

        epochs.Establish(connection, PostgreSqlOrigin.Of(connection));
        // What takes its time has turns of its own: after a fail-over meanwhile the other nodes write nothing until they have
        // taken over the epoch.
        connection.Execute("SELECT pg_advisory_unlock(@LockKey)", new { LockKey });
        if (options.PassesBy)
            return;
        TakeTurn(connection, FillKey, max: null);
        PostgreSqlIndexes.BeforeFills(connection);
        PostgreSqlFills.Run(connection);
        PostgreSqlIndexes.AfterFills(connection);
    }

    /// <summary>
    /// Asks again and again instead of waiting in the database: an index that the node whose turn it is makes beside others
    /// waits for every statement that has begun.
    /// </summary>
    /// <param name="connection">The lock is this session's.</param>
    /// <param name="key">What it is the turn for.</param>
    /// <param name="max">How long it asks; null for a node, which has nothing to do without its turn.</param>
    /// <exception cref="NpgsqlException">It was never its turn.</exception>
    private static void TakeTurn(NpgsqlConnection connection, long key, TimeSpan? max)
    {
        var began = Stopwatch.GetTimestamp();
        while (!connection.QuerySingle<bool>("SELECT pg_try_advisory_lock(@key)", new { key }))
        {
            if (Stopwatch.GetElapsedTime(began) > max)
                throw new NpgsqlException("Another node changes the schema. Try again in a few minutes.", new TimeoutException());
            Thread.Sleep(TurnAgain);
        }
    }

    private IReadOnlyList<SchemaScript> Missing(NpgsqlConnection connection)
    {
        var hasJournal = connection.QuerySingle<bool>("SELECT to_regclass('schemaversions') IS NOT NULL");
        return SchemaUpgrade.Missing(connection, hasJournal, SchemaScripts.For(StoreKind.PostgreSql), options.PassesBy);
    }

    /// <summary>An index of a large table takes its time, whatever the database allows others.</summary>
    private NpgsqlConnectionStringBuilder Patient => new(text.ToString()) { CommandTimeout = 0, Options = $"{text.Options} -c statement_timeout=0".Trim() };

    private void Run(IReadOnlyList<SchemaScript> missing, NpgsqlConnection connection)
    {
        var scripts = Patient;
        scripts.Options = string.Create(CultureInfo.InvariantCulture, $"{scripts.Options} -c lock_timeout={LockSeconds}s").Trim();
        for (var tries = 1; ; tries++)
        {
            try
            {
                SchemaUpgrade.Run(DeployChanges.To.PostgresqlDatabase(scripts.ToString()).WithTransactionPerScript(), missing, connection);
                return;
            }
            catch (InvalidOperationException failed) when (tries < TriesMax && failed.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected,
            })
            {
                // What was run before the script that gave way stays, and is not run again.
                missing = Missing(connection);
            }
        }
    }

    /// <summary>
    /// After the writer connected anew: it may have been to a standby that was promoted meanwhile. Takes over the
    /// epoch, renewing it when nobody has yet. The writer waits for it, so it has the driver's time to answer and no more.
    /// </summary>
    public void Confirm(NpgsqlConnection writer)
    {
        if (epochs.IsCurrent(writer, PostgreSqlOrigin.Of(writer)))
            return;
        using var connection = new NpgsqlConnection(text.ToString());
        connection.Open();
        TakeTurn(connection, LockKey, TurnMax);
        epochs.Establish(connection, PostgreSqlOrigin.Of(connection));
    }
}
