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

    /// <summary>
    /// A script that waits for a table behind a long read lets nobody else at it meanwhile: it gives way after so long, and
    /// comes again.
    /// </summary>
    private const int LockSeconds = 5;

    private const int TriesMax = 60;

    // An index on a large table takes its time, and who waits for the turn waits as long.
    private readonly string text = new NpgsqlConnectionStringBuilder(PostgreSqlText.Of(options.PostgreSql!)) { Pooling = false, CommandTimeout = 0 }.ToString();

    public void Migrate()
    {
        using var connection = new NpgsqlConnection(text);
        connection.Open();
        connection.Execute("SELECT pg_advisory_lock(@LockKey)", new { LockKey });
        var hasJournal = connection.QuerySingle<bool>("SELECT to_regclass('schemaversions') IS NOT NULL");
        var missing = SchemaUpgrade.Missing(connection, hasJournal, SchemaScripts.For(StoreKind.PostgreSql), options.PassesBy);
        if (missing.Count > 0)
            Run(missing, connection);

        epochs.Establish(connection, PostgreSqlOrigin.Of(connection));
    }

    private void Run(IReadOnlyList<SchemaScript> missing, NpgsqlConnection connection)
    {
        var scripts = new NpgsqlConnectionStringBuilder(text);
        scripts.Options = string.Create(CultureInfo.InvariantCulture, $"{scripts.Options} -c lock_timeout={LockSeconds}s").Trim();
        for (var tries = 1; ; tries++)
        {
            try
            {
                SchemaUpgrade.Run(DeployChanges.To.PostgresqlDatabase(scripts.ToString()).WithTransactionPerScript(), missing, connection);
                return;
            }
            catch (InvalidOperationException failed) when (tries < TriesMax && failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                // What was run before the script that gave way stays, and is not run again.
                missing = SchemaUpgrade.Missing(connection, hasJournal: true, SchemaScripts.For(StoreKind.PostgreSql), options.PassesBy);
            }
        }
    }

    /// <summary>
    /// After the writer connected anew: it may have been to a standby that was promoted meanwhile. Takes over the
    /// epoch, renewing it when nobody has yet.
    /// </summary>
    public void Confirm(NpgsqlConnection writer)
    {
        if (epochs.IsCurrent(writer, PostgreSqlOrigin.Of(writer)))
            return;
        using var connection = new NpgsqlConnection(text);
        connection.Open();
        connection.Execute("SELECT pg_advisory_lock(@LockKey)", new { LockKey });
        epochs.Establish(connection, PostgreSqlOrigin.Of(connection));
    }
}
