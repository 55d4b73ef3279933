using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commits;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>A fault that is not the database's must not end the writer's loop.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class LockedFolderTests(PostgreSqlServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Where_a_new_epoch_cannot_be_kept_commands_are_refused_until_it_can()
    {
        await using var database = new PostgreSqlDatabase(server);
        var options = await database.OptionsOf(0);
        await using var node = await TestNode.Start(options);
        await node.Apply(Make.Seats(Make.Desk.Value));
        var note = Make.Note(Make.Key(), Make.Desk);

        // A folder stands where the epoch is written to, and a promoted server has another one.
        var inTheWay = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "epoch.new"));
        await database.Execute("UPDATE meta SET value = '7000000000000000000:00000001' WHERE name = 'epoch_origin'");
        await database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'partyrealtime-writer' AND datname = current_database()");
        Assert.IsNotType<CommitResult.Committed>(await node.Write(note).WaitAsync(Patience));
        Assert.IsType<CommandStatus.Unknown>(await node.Writer.Abandon(Make.Key()).WaitAsync(Patience));
        Assert.IsType<CommitResult.Unavailable>(await node.Write(note).WaitAsync(Patience));

        inTheWay.Delete();
        // Refused at once while the writer waits to connect again.
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        CommitResult result;
        while ((result = await node.Write(note).WaitAsync(Patience)) is CommitResult.Unavailable or CommitResult.Unknown)
            await timer.WaitForNextTickAsync(limit.Token);
        Assert.IsType<CommitResult.Committed>(result);
    }
}
