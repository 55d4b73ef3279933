using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Backup;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Backup;

public sealed class StoreBackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partyrealtime-backup-").FullName;

    private StoreOptions Live => new() { DataDirectory = Path.Combine(folder, "live") };

    private StoreOptions Restored => new() { DataDirectory = Path.Combine(folder, "restored") };

    private string File => Path.Combine(folder, "backup.tar");

    [Fact]
    public async Task A_backup_taken_while_commits_go_on_restores_to_what_was_acknowledged_before_it()
    {
        await using var live = await TestNode.Start(Live);
        await live.Apply(Make.Seats(501));
        for (var count = 0; count < 20; count++)
            await live.Apply(Make.Note(Make.Key(), Make.Desk));
        Directory.CreateDirectory(Path.Combine(Live.DataDirectory, "files", "ab"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(Live.DataDirectory, "files", "ab", "abcd"), "tệp");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await live.Apply(Make.Note(Make.Key(), Make.Desk));
        });
        StoreBackup.Write(Live, File);
        await stop.CancelAsync();
        await writing;

        StoreBackup.Restore(Restored, File);
        await using var restored = await TestNode.Start(Restored);
        var items = await restored.One<long>("SELECT COUNT(*) FROM inbox_item");
        Assert.InRange(items, 20, await live.One<long>("SELECT COUNT(*) FROM inbox_item"));
        Assert.Equal(items, await restored.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
        Assert.Equal("tệp", await System.IO.File.ReadAllTextAsync(Path.Combine(Restored.DataDirectory, "files", "ab", "abcd")));
    }

    [Fact]
    public async Task Uploaded_files_that_lie_elsewhere_are_in_the_backup()
    {
        var apart = Live with { FilesDirectory = Path.Combine(folder, "apart") };
        await using (await TestNode.Start(apart))
        {
            Directory.CreateDirectory(Path.Combine(folder, "apart", "ab"));
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "apart", "ab", "abcd"), "tệp");
            StoreBackup.Write(apart, File);
        }

        StoreBackup.Restore(Restored, File);
        Assert.Equal("tệp", await System.IO.File.ReadAllTextAsync(Path.Combine(Restored.DataDirectory, "files", "ab", "abcd")));
    }

    [Theory]
    [InlineData("files")]
    [InlineData("../apart")]
    public async Task A_file_that_lies_at_both_places_or_is_named_twice_is_in_the_backup_once(string place)
    {
        var twice = Live with { FilesDirectory = Path.GetFullPath(Path.Combine(Live.DataDirectory, place)) };
        await using (await TestNode.Start(twice))
        {
            foreach (var files in new[] { twice.FilesDirectory!, Path.Combine(Live.DataDirectory, "files") })
            {
                Directory.CreateDirectory(Path.Combine(files, "ab"));
                await System.IO.File.WriteAllTextAsync(Path.Combine(files, "ab", "abcd"), "tệp");
            }

            StoreBackup.Write(twice, File);
        }

        StoreBackup.Restore(Restored, File);
        Assert.Equal("tệp", await System.IO.File.ReadAllTextAsync(Path.Combine(Restored.DataDirectory, "files", "ab", "abcd")));
    }

    [Fact]
    public async Task What_is_not_the_store_is_not_in_the_backup_and_nobody_but_the_owner_reads_either()
    {
        await using (await TestNode.Start(Live))
        {
            Directory.CreateDirectory(Path.Combine(Live.DataDirectory, "cluster", "postgresql"));
            await System.IO.File.WriteAllTextAsync(Path.Combine(Live.DataDirectory, "cluster", "postgresql", "PG_VERSION"), "15");
            await System.IO.File.WriteAllTextAsync(Path.Combine(Live.DataDirectory, "yesterday.tar"), "tar");
            await System.IO.File.WriteAllTextAsync(Path.Combine(Live.DataDirectory, "demo-password"), "mật khẩu");
            StoreBackup.Write(Live, File);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Path.Combine(Live.DataDirectory, "partyrealtime.db")));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
            }
        }

        StoreBackup.Restore(Restored, File);
        Assert.Equal(
            ["demo-password", "epoch", "partyrealtime.db"],
            Directory.EnumerateFileSystemEntries(Restored.DataDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_of_files_that_is_not_there_is_no_backup_without_files()
    {
        await using (await TestNode.Start(Live))
        {
            var refusal = Assert.Throws<IOException>(() => StoreBackup.Write(Live with { FilesDirectory = Path.Combine(folder, "nowhere") }, File));
            Assert.Contains("--files", refusal.Message, StringComparison.Ordinal);
        }

        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_restored_store_has_another_epoch_so_that_old_cursors_resync()
    {
        Guid before;
        await using (var live = await TestNode.Start(Live))
            before = live.Epoch;
        StoreBackup.Write(Live, File);
        StoreBackup.Restore(Restored, File);
        await using var restored = await TestNode.Start(Restored);
        Assert.NotEqual(before, restored.Epoch);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_and_leaves_nothing_behind()
    {
        await System.IO.File.WriteAllTextAsync(File, "không phải bản sao lưu");
        Assert.Throws<IOException>(() => StoreBackup.Restore(Restored, File));
        Assert.Equal([File], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_that_holds_a_store_is_not_overwritten()
    {
        await using (await TestNode.Start(Live))
            StoreBackup.Write(Live, File);
        var refusal = Assert.Throws<IOException>(() => StoreBackup.Restore(Live, File));
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => StoreBackup.Write(Live, File));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
