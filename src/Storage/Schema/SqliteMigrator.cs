using System.Globalization;
using Dapper;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Commits.Sqlite;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// Migrates the SQLite file, in one transaction that keeps every other process out. An existing file is copied beside
/// itself before a script changes it.
/// </summary>
internal sealed class SqliteMigrator(StoreOptions options, SqliteFile file, EpochKeeper epochs) : ISchemaMigrator
{
    public void Migrate()
    {
        using var connection = file.OpenWriter();
        SqliteFile.Alone(connection, () =>
        {
            var hasJournal = connection.QuerySingle<long>(
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND lower(name) = 'schemaversions'") > 0;
            var missing = SchemaUpgrade.Missing(connection, hasJournal, SchemaScripts.For(StoreKind.Sqlite), options.PassesBy);
            if (missing.Count > 0)
            {
                if (hasJournal)
                    Copy(missing[0].Name);
                SchemaUpgrade.Run(
                    DeployChanges.To.SqliteDatabase(new SharedConnection(connection)).WithoutTransaction(), missing, connection);
            }

            epochs.Establish(connection, origin: "");
        });
    }

    private void Copy(string script)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{file.Path}.before-{Path.GetFileNameWithoutExtension(script)}");
        File.Delete(path);
        SqliteFile.MakeForOwnerAlone(path);
        using var reader = file.OpenReader();
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        copy.Open();
        reader.BackupDatabase(copy);
    }
}
