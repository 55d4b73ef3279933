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

    private static readonly string CopyFiles =
        Path.Combine(Path.GetDirectoryName(ServerProcess.RunCommand)!, "deploy", "postgresql", "copy-files");

    private readonly Dice _dice = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("partyrealtime-backup-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_embedded_store_is_backed_up_by_run_backup_and_is_whole_after_run_restore()
    {
        var (file, restored) = (Path.Combine(_folder.FullName, "backup.tar"), Path.Combine(_folder.FullName, "restored"));
        await using var office = await Office.Open();
        var clerk = await office.SignIn("clerk.tw");
        var kept = await Written(office, clerk);
        await Run("backup", file, "--data", office.Data);
        // The server went on: what it took in afterwards is not in the backup, and stands in no way.
        await Written(office, clerk);

        await Run("restore", file, "--data", restored);
        var refused = await ProgramRun.Of("bash", ServerProcess.RunCommand, "restore", file, "--data", restored);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("is not empty", refused.Said, StringComparison.Ordinal);
        await using var again = await Office.On(restored);
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
        await using var office = await Office.On(_folder.CreateSubdirectory("data").FullName, "--size", "S1", "--store", store, "--files", files);
        var clerk = await office.SignIn("clerk.tw");
        var early = await Written(office, clerk);
        await archive.Backup(files);
        // A run that was killed before copies were held against their names left half a file.
        Halve(PathOf(archive.Files, early.Values.First()));
        IReadOnlyDictionary<Guid, byte[]> kept = early.Concat(await Written(office, clerk)).ToDictionary();
        await archive.UntilArchived();
        await archive.BackupAlone(files);
        var moment = await archive.Moment();
        var lost = await Written(office, clerk);
        await archive.UntilArchived();

        await office.Kill();
        Directory.Delete(files, recursive: true);
        await archive.Restore(moment);
        Directory.CreateDirectory(files);
        var copied = await ProgramRun.Of("bash", CopyFiles, "--from", archive.Files, "--to", files);
        Assert.True(copied.Exit == 0, copied.Said);
        await office.Start();
        await AllThere(office, clerk, kept, files);
        Assert.All(lost.Keys, document => Assert.DoesNotContain(document, kept.Keys));
        Assert.All(lost.Values, content => Assert.False(File.Exists(PathOf(files, content))));
    }

    [Fact]
    public async Task What_vanishes_while_files_are_copied_fails_no_copy_and_what_is_not_what_its_name_says_is_left_out()
    {
        var (from, to) = (_folder.CreateSubdirectory("from").FullName, _folder.CreateSubdirectory("to").FullName);
        var (whole, vanishing, damaged) = (Stored(from), Stored(from), Stored(from));
        await File.AppendAllTextAsync(PathOf(from, damaged), "more");
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(from, "incoming")).FullName, "half"), "half");
        // The first that the copying calls removes a file, as a node may between the look and the copy.
        var first = Path.Combine(_folder.CreateSubdirectory("bin").FullName, "comm");
        await File.WriteAllTextAsync(first, $"#!/bin/sh\nrm '{PathOf(from, vanishing)}'\nexec /usr/bin/comm \"$@\"\n");
        ForAll(first);

        var copied = await ProgramRun.Of(
            "env", $"PATH={Path.GetDirectoryName(first)}:{Environment.GetEnvironmentVariable("PATH")}", "bash", CopyFiles, "--from", from, "--to", to);

        Assert.Equal(3, copied.Exit);
        Assert.Contains(HashOf(damaged), copied.Said, StringComparison.Ordinal);
        Assert.Equal(PathOf(to, whole), Assert.Single(Directory.GetFiles(to, "*", SearchOption.AllDirectories)));
        Assert.Equal(whole, await File.ReadAllBytesAsync(PathOf(to, whole)));
    }

    /// <summary>Bytes that lie in the folder as a node would have put them there.</summary>
    private byte[] Stored(string files)
    {
        var content = _dice.Bytes(1_000);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(files, content))!);
        File.WriteAllBytes(PathOf(files, content), content);
        return content;
    }

    private static void Halve(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
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

    private static void ForAll(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}
