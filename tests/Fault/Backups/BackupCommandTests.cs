using System.Security.Cryptography;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Backups;

/// <summary>
/// Backup and restore by the commands that docs/operations.md names, under a server that serves: what was acknowledged
/// before the backup is there afterwards, and every file that it names has the bytes that its hash says.
/// </summary>
public sealed class BackupCommandTests : IDisposable
{
    private const int FilesBefore = 5;

    private static readonly string[] Smallest = ["--size", "S1"];

    private readonly Dice _dice = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("partyrealtime-backup-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_embedded_store_is_backed_up_by_run_backup_and_is_whole_after_run_restore()
    {
        var (file, restored) = (Path.Combine(_folder.FullName, "backup.tar"), Path.Combine(_folder.FullName, "restored"));
        await using var office = await Office.Open(Smallest);
        var clerk = await office.SignIn("clerk.tw");
        var kept = await Written(office, clerk);
        await Run("backup", file, "--data", office.Data);
        // The server went on: what it took in afterwards is not in the backup, and stands in no way.
        await Written(office, clerk);

        await Run("restore", file, "--data", restored);
        var refused = await ProgramRun.Of("bash", ServerProcess.RunCommand, "restore", file, "--data", restored);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("is not empty", refused.Said, StringComparison.Ordinal);
        await using var again = await Office.On(restored, Smallest);
        await AllThere(again, clerk, kept, Path.Combine(restored, "files"));
    }

    [Fact]
    public async Task PostgreSQL_and_its_files_are_backed_up_by_the_scripts_and_are_whole_after_a_restore()
    {
        await using var database = new PostgreSqlServer();
        var store = database.TextFor(await database.NewDatabase());
        var archive = await WalArchive.Of(database);
        var files = Path.Combine(_folder.FullName, "files");
        // The server's user reads them too, as the backup's user must.
        ForAll(_folder.FullName);
        await using var office = await Office.Open([.. Smallest, "--store", store, "--files", files]);
        var clerk = await office.SignIn("clerk.tw");
        var kept = await Written(office, clerk);
        await archive.Backup(files);
        var moment = await archive.Moment();
        var lost = await Written(office, clerk);
        await archive.UntilArchived();

        await office.Kill();
        Directory.Delete(files, recursive: true);
        await archive.Restore(moment);
        var copied = await ProgramRun.Of("cp", "--archive", "--no-clobber", archive.Files + "/.", files);
        Assert.True(copied.Exit == 0, copied.Said);
        await office.Start();
        await AllThere(office, clerk, kept, files);
        Assert.All(lost.Keys, document => Assert.DoesNotContain(document, kept.Keys));
        Assert.All(lost.Values, content => Assert.False(File.Exists(PathOf(files, content))));
    }

    /// <summary>Documents with a file each, acknowledged; the file's bytes by the document.</summary>
    private async Task<IReadOnlyDictionary<Guid, byte[]>> Written(Office office, string clerk)
    {
        var written = new Dictionary<Guid, byte[]>();
        for (var number = 0; number < FilesBefore; number++)
        {
            byte[] content = [.. "%PDF-1.7\n"u8, .. _dice.Bytes(_dice.Between(1_000, 400_000))];
            var upload = await office.Until(clerk, "/api/files", () => new ByteArrayContent(content));
            written[await Documents.Composed(office, clerk, [upload.GetProperty("hash").GetString()!])] = content;
        }

        return written;
    }

    private static async Task AllThere(Office office, string clerk, IReadOnlyDictionary<Guid, byte[]> kept, string files)
    {
        foreach (var (document, content) in kept)
        {
            var hash = HashOf(content);
            Assert.Equal(hash, HashOf(await File.ReadAllBytesAsync(PathOf(files, content))));
            Assert.Equal(hash, HashOf(await office.Download(clerk, $"/api/documents/{document}/files/{hash}")));
        }
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string PathOf(string files, byte[] content) => Path.Combine(files, HashOf(content)[..2], HashOf(content));

    private static async Task Run(params string[] words)
    {
        var run = await ProgramRun.Of("bash", [ServerProcess.RunCommand, .. words]);
        Assert.True(run.Exit == 0, $"./run {string.Join(' ', words)} ended with {run.Exit}: {run.Said}");
    }

    private static void ForAll(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}
