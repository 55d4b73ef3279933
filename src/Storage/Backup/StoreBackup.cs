using System.Formats.Tar;
using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Commits.Sqlite;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Storage.Backup;

/// <summary>
/// Backup and restore of the embedded store as one tar file: the database by SQLite's online backup, taken while the
/// server runs, then the files it names. Files are added before a command may name them and never change, so a file
/// folder copied after the database holds everything that the database names.
/// </summary>
public static class StoreBackup
{
    private const string DatabaseEntry = SqliteFile.FileName;

    /// <summary>Where uploaded files lie in the backup, and in a data directory that has them.</summary>
    private const string FilesPrefix = "files/";

    /// <summary>
    /// Beside the database and the uploaded files. The copy of the epoch belongs to this place alone, and whatever else lies in
    /// the folder, such as a cluster that is tried out or an older backup, is not the store.
    /// </summary>
    private const string DemoPassword = "demo-password";

    private const string SnapshotEnd = ".snapshot";

    /// <summary>A snapshot of that age was left by a backup that was broken off.</summary>
    private static readonly TimeSpan SnapshotAgeMax = TimeSpan.FromDays(1);

    /// <summary>Writes the backup; the file appears under its name only when it is whole and synced.</summary>
    /// <exception cref="IOException">There is no store here, the file exists already, or the disk is full.</exception>
    public static void Write(StoreOptions options, string file)
    {
        var database = Path.Combine(options.DataDirectory, SqliteFile.FileName);
        if (!File.Exists(database))
            throw new IOException($"There is no store in {options.DataDirectory}. Name its folder with --data.");
        if (File.Exists(file))
            throw new IOException($"{file} exists already. Name a new file.");
        if (options.FilesDirectory is { } files && !Directory.Exists(files))
            throw new IOException($"There is no folder {files} with uploaded files. Set --files as the server has it.");
        foreach (var left in Directory.EnumerateFiles(options.DataDirectory, "*" + SnapshotEnd).Where(left => DateTime.UtcNow - File.GetLastWriteTimeUtc(left) > SnapshotAgeMax))
            File.Delete(left);
        var snapshot = Path.Combine(options.DataDirectory, Path.GetRandomFileName() + SnapshotEnd);
        var temporary = file + ".part";
        try
        {
            Snapshot(database, snapshot);
            // Whoever may read a backup reads every document.
            SqliteFile.MakeForOwnerAlone(temporary);
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
                    Fill(tar, options, snapshot);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file);
        }
        finally
        {
            File.Delete(snapshot);
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Puts a backup into an empty data directory, uploaded files among it. The epoch changes with the next start, so that every client reads
    /// anew instead of trusting positions that will be given a second time.
    /// </summary>
    /// <exception cref="IOException">The folder is not empty, or the file is no backup.</exception>
    public static void Restore(StoreOptions options, string file)
    {
        if (Directory.Exists(options.DataDirectory) && Directory.EnumerateFileSystemEntries(options.DataDirectory).Any())
            throw new IOException($"{options.DataDirectory} is not empty. Restore into a new folder with --data, or move the old one away.");
        var target = options.DataDirectory + ".restoring";
        if (Directory.Exists(target))
            Directory.Delete(target, recursive: true);
        Directory.CreateDirectory(target);
        try
        {
            TarFile.ExtractToDirectory(file, target, overwriteFiles: false);
            if (!File.Exists(Path.Combine(target, DatabaseEntry)))
                throw new IOException($"{file} is no backup of this program: it holds no {DatabaseEntry}.");
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or IOException)
        {
            Directory.Delete(target, recursive: true);
            if (failure is InvalidDataException or EndOfStreamException)
                throw new IOException($"{file} is no backup of this program, or not a whole one.", failure);
            throw;
        }

        if (Directory.Exists(options.DataDirectory))
            Directory.Delete(options.DataDirectory);
        Directory.Move(target, options.DataDirectory);
        EpochKeeper.MarkRestored(options);
    }

    private static void Snapshot(string database, string snapshot)
    {
        SqliteFile.MakeForOwnerAlone(snapshot);
        using var source = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={snapshot};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static void Fill(TarWriter tar, StoreOptions options, string snapshot)
    {
        tar.WriteEntry(snapshot, DatabaseEntry);
        var password = Path.Combine(options.DataDirectory, DemoPassword);
        if (File.Exists(password))
            tar.WriteEntry(password, DemoPassword);
        // What lies elsewhere goes first: of a name that is in the data directory too, a restore takes one.
        var written = new HashSet<string>(StringComparer.Ordinal);
        if (options.FilesDirectory is { } files)
            Add(tar, files, written);
        if (Path.Combine(options.DataDirectory, "files") is var own && Directory.Exists(own))
            Add(tar, own, written);
    }

    private static void Add(TarWriter tar, string folder, HashSet<string> written)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = FilesPrefix + Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!name.StartsWith(FilesPrefix + "incoming/", StringComparison.Ordinal) && written.Add(name))
                tar.WriteEntry(path, name);
        }
    }
}
