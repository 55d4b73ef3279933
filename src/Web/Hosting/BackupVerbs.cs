using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Backup;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Web.Hosting;

/// <summary><c>backup FILE</c> and <c>restore FILE</c> for the embedded store; PostgreSQL has its own tools.</summary>
internal static class BackupVerbs
{
    public static Func<Task<int>> Backup(CommandLine line, NodeSettings settings) =>
        Prepare(line, settings, StoreBackup.Write, file => $"Backup written to {file}.");

    public static Func<Task<int>> Restore(CommandLine line, NodeSettings settings) =>
        Prepare(line, RefuseFiles(line, settings), StoreBackup.Restore, file => $"{file} restored into {settings.DataDirectory}. Start the server on it.");

    private static Func<Task<int>> Prepare(
        CommandLine line, NodeSettings settings, Action<StoreOptions, string> act, Func<string, string> done)
    {
        if (settings.Store is not null)
            line.Refuse($"{line.Verb} is for the embedded store. For PostgreSQL use pg_basebackup with WAL archiving, as docs/operations.md shows.");
        if (line.Words.Count != 1)
            line.Refuse($"Write: {line.Verb} FILE [--data DIR]");
        return () => Do(new StoreOptions { DataDirectory = settings.DataDirectory, FilesDirectory = settings.Files is { } files ? Path.GetFullPath(files) : null }, Path.GetFullPath(line.Words[0]), act, done);
    }

    private static NodeSettings RefuseFiles(CommandLine line, NodeSettings settings)
    {
        if (settings.Files is not null)
            line.Refuse("restore puts the uploaded files into the folder files of --data. Leave --files out, and move that folder to its place afterwards.");
        return settings;
    }

    private static async Task<int> Do(StoreOptions store, string file, Action<StoreOptions, string> act, Func<string, string> done)
    {
        act(store, file);
        await Console.Out.WriteLineAsync(done(file));
        return ExitCode.Done;
    }
}
