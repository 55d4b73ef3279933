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

    /// <summary>The live database and what belongs to this place alone: its log files and the copy of the epoch.</summary>
    private static readonly string[] NotCopied =
        [DatabaseEntry, DatabaseEntry + "-wal", DatabaseEntry + "-shm", "epoch", "epoch.new"];

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
        var snapshot = Path.Combine(options.DataDirectory, Path.GetRandomFileName() + ".snapshot");
        var temporary = file + ".part";
        try
        {
            Snapshot(database, snapshot);
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
        using var source = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        using var target = new SqliteConnection($"Data Source={snapshot};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static void Fill(TarWriter tar, StoreOptions options, string snapshot)
    {
        tar.WriteEntry(snapshot, DatabaseEntry);
        // What lies elsewhere goes first: of a name that is in the data directory too, a restore takes one.
        var written = new HashSet<string>(StringComparer.Ordinal);
        if (options.FilesDirectory is { } files)
            Add(tar, files, FilesPrefix, written);
        Add(tar, options.DataDirectory, "", written);
    }

    private static void Add(TarWriter tar, string folder, string prefix, HashSet<string> written)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = prefix + Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!NotCopied.Contains(name) && !name.EndsWith(".snapshot", StringComparison.Ordinal) && !name.StartsWith(FilesPrefix + "incoming/", StringComparison.Ordinal) && written.Add(name))
                tar.WriteEntry(path, name);
        }
    }
}
