using PartyRealtime.Contracts.Commits;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

public sealed class SqliteDiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_writes_and_the_writer_recovers_by_itself()
    {
        await using var database = new SqliteDatabase { PagesMax = 120 };
        var node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value));
        var applied = 0;
        CommitResult result;
        while ((result = await node.Write(Make.Note(Make.Key(), Make.Desk, new string('đ', 900)))) is CommitResult.Committed)
            applied++;

        Assert.Equal("disk full", Assert.IsType<CommitResult.Unavailable>(result).Why);
        Assert.Equal(applied, await node.One<long>("SELECT position FROM inbox_head"));
        Assert.IsType<CommitResult.Unavailable>(await node.Write(Make.Note(Make.Key(), Make.Desk, new string('đ', 900))));

        await database.Execute("DELETE FROM inbox_item; DELETE FROM fact");
        var again = await node.Apply(Make.Note(Make.Key(), Make.Desk, new string('đ', 900)));

        Assert.Equal(applied + 1, Assert.Single(again.Inbox).Position);
    }
}
