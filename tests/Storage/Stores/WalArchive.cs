using System.Globalization;
using Npgsql;

namespace PartyRealtime.StorageTests.Stores;

/// <summary>A server's archive and base backup, by the scripts that operators run, in folders beside its data.</summary>
public sealed class WalArchive
{
    private static readonly string Scripts = Path.Combine(Root(), "deploy", "postgresql");

    /// <summary>A server answers readers before it has its own timeline; it waits here until it writes.</summary>
    private const string UntilServing = "DO $$ BEGIN WHILE pg_is_in_recovery() LOOP PERFORM pg_sleep(0.05); END LOOP; END $$";

    private readonly PostgreSqlServer _server;

    private WalArchive(PostgreSqlServer server) => _server = server;

    /// <summary>Everything that a running server commits from now on is archived. It is started again for that.</summary>
    public static async Task<WalArchive> Of(PostgreSqlServer server)
    {
        var (script, wal) = (server.CopyScript(Path.Combine(Scripts, "archive-wal")), server.Beside("wal"));
        await server.Execute("postgres", "ALTER SYSTEM SET archive_mode = on");
        await server.Execute("postgres", $"ALTER SYSTEM SET archive_command = 'mkdir -p {wal} && bash {script} %p %f {wal}'");
        await server.Stop();
        await server.Start();
        return new WalArchive(server);
    }

    /// <summary>Where a backup has put the uploaded files.</summary>
    public string Files => Path.Combine(_server.Beside("backups"), "files");

    /// <param name="files">The folder of uploaded files, which the server's user must be able to read; null for none.</param>
    public Task Backup(string? files = null)
    {
        string[] where = ["--to", _server.Beside("backups"), .. files is null ? Array.Empty<string>() : ["--files", files]];
        return RunBackup(where);
    }

    /// <summary>A backup that leaves no other one behind, and of the archive what it needs.</summary>
    public Task BackupAlone(string files) =>
        RunBackup("--to", _server.Beside("backups"), "--files", files, "--keep", "1", "--wal", _server.Beside("wal"));

    /// <summary>This moment by the server's clock, as the restore takes it.</summary>
    public async Task<string> Moment()
    {
        await using var connection = _server.Connection("postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var now = (DateTime)(await command.ExecuteScalarAsync())!;
        return now.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00'", CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until everything that was committed so far lies in the archive.</summary>
    public Task UntilArchived() => _server.Execute("postgres", """
        DO $$
        DECLARE wal text := pg_walfile_name(pg_switch_wal());
        BEGIN
          WHILE (SELECT coalesce(last_archived_wal, '') < wal FROM pg_stat_archiver) LOOP
            PERFORM pg_sleep(0.05);
            PERFORM pg_stat_clear_snapshot();
          END LOOP;
        END $$
        """);

    /// <summary>Ends the server, restores the only backup up to the moment in its place, and starts it; it writes when this returns.</summary>
    public async Task Restore(string moment)
    {
        await _server.Stop();
        await _server.RunScript(
            Path.Combine(Scripts, "restore"),
            "--base", Directory.GetDirectories(_server.Beside("backups"), "base-*").Single(),
            "--wal", _server.Beside("wal"), "--to", _server.Beside("restored"), "--until", moment);
        _server.Replace(_server.Beside("restored"));
        NpgsqlConnection.ClearAllPools();
        await _server.Start();
        await _server.Execute("postgres", UntilServing);
    }

    private Task RunBackup(params string[] arguments)
    {
        // Which the script calls beside itself.
        _server.CopyScript(Path.Combine(Scripts, "copy-files"));
        return _server.RunScript(Path.Combine(Scripts, "backup"), arguments);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
