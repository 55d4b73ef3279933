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

    private readonly string text = new NpgsqlConnectionStringBuilder(PostgreSqlText.Of(options.PostgreSql!)) { Pooling = false }.ToString();

    public void Migrate()
    {
        using var connection = new NpgsqlConnection(text);
        connection.Open();
        connection.Execute("SELECT pg_advisory_lock(@LockKey)", new { LockKey });
        var hasJournal = connection.QuerySingle<bool>("SELECT to_regclass('schemaversions') IS NOT NULL");
        var missing = SchemaUpgrade.Missing(connection, hasJournal, SchemaScripts.For(StoreKind.PostgreSql));
        if (missing.Count > 0)
            SchemaUpgrade.Run(DeployChanges.To.PostgresqlDatabase(text).WithTransactionPerScript(), missing, connection);

        epochs.Establish(connection, PostgreSqlOrigin.Of(connection));
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
