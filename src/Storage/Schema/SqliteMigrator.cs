using System.Globalization;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Commits.Sqlite;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Schema;

/// <summary>Migrates the SQLite file. An existing file is copied beside itself before a script changes it.</summary>
internal sealed class SqliteMigrator(SqliteFile file, EpochKeeper epochs) : ISchemaMigrator
{
    public void Migrate()
    {
        using var connection = file.OpenWriter();
        var hasJournal = connection.QuerySingle<long>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND lower(name) = 'schemaversions'") > 0;
        var missing = SchemaUpgrade.Missing(connection, hasJournal, SchemaScripts.For(StoreKind.Sqlite));
        if (missing.Count > 0)
        {
            if (hasJournal)
                Copy(connection, missing[0].Name);
            var text = new SqliteConnectionStringBuilder { DataSource = file.Path, Pooling = false }.ToString();
            SchemaUpgrade.Run(DeployChanges.To.SqliteDatabase(text), missing, connection);
        }

        epochs.Establish(connection, origin: "");
    }

    private void Copy(SqliteConnection connection, string script)
    {
        var copy = string.Create(CultureInfo.InvariantCulture, $"{file.Path}.before-{Path.GetFileNameWithoutExtension(script)}");
        File.Delete(copy);
        connection.Execute("VACUUM INTO @copy", new { copy });
    }
}
