using PartyRealtime.Storage.Backup;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Web.Hosting;

/// <summary><c>backup FILE</c> and <c>restore FILE</c> for the embedded store; PostgreSQL has its own tools.</summary>
internal static class BackupVerbs
{
    public static Task<int> Backup(CommandLine line, NodeSettings settings) =>
        Do(line, settings, "backup", StoreBackup.Write, file => $"Backup written to {file}.");

    public static Task<int> Restore(CommandLine line, NodeSettings settings) =>
        Do(line, settings, "restore", StoreBackup.Restore, file => $"{file} restored into {settings.DataDirectory}. Start the server on it.");

    private static async Task<int> Do(
        CommandLine line, NodeSettings settings, string verb, Action<StoreOptions, string> act, Func<string, string> done)
    {
        if (settings.Store is not null)
        {
            await Console.Error.WriteLineAsync($"{verb} is for the embedded store. For PostgreSQL use pg_basebackup with WAL archiving: docs/operations.md shows it.");
            return 2;
        }

        if (line.Words.Count != 1)
        {
            await Console.Error.WriteLineAsync($"Write: {verb} FILE [--data DIR]");
            return 2;
        }

        try
        {
            var file = Path.GetFullPath(line.Words[0]);
            act(new StoreOptions { DataDirectory = settings.DataDirectory }, file);
            await Console.Out.WriteLineAsync(done(file));
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
