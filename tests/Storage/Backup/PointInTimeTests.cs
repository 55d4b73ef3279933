using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Backup;

/// <summary>PostgreSQL's backup and restore by the scripts that operators run.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class PointInTimeTests
{
    private static readonly Actor Reader = Make.By(Make.Me) with { Seats = [new HeldSeat(Make.Desk, SeatKind.Desk, SeatRole.Clerk, null, "")] };

    [Fact]
    public async Task After_a_restore_to_an_earlier_moment_old_cursors_read_afresh_even_when_heads_have_passed_them()
    {
        await using var server = new PostgreSqlServer();
        await using var database = new PostgreSqlDatabase(server);
        var options = await database.OptionsOf(0);
        var archive = await WalArchive.Of(server);
        string epoch, moment;
        await using (var node = await TestNode.Start(options))
        {
            epoch = node.Epoch.ToString();
            await node.Apply(Make.Seats(Make.Desk.Value));
            await Notes(node, "before the backup", 2);
            await archive.Backup();
            await Notes(node, "kept", 3);
            moment = await archive.Moment();
            await Notes(node, "lost", 4);
            Assert.False((await CatchUp(node, epoch, 5)).Resync);
            await archive.UntilArchived();
        }

        await archive.Restore(moment);
        await using var restored = await TestNode.Start(options);
        Assert.NotEqual(epoch, restored.Epoch.ToString());
        Assert.Equal(["before the backup 1", "before the backup 2", "kept 1", "kept 2", "kept 3"], await Shown(restored));
        // Positions 6 to 9 are given out a second time, and then some: the device that knew nine is behind again.
        await Notes(restored, "after the restore", 8);
        Assert.All(
            await Task.WhenAll(CatchUp(restored, epoch, 9), CatchUp(restored, epoch, 5), CatchUp(restored, epoch, 0)),
            answer =>
            {
                Assert.True(answer.Resync);
                Assert.Empty(answer.Changed);
            });

        var shown = await Shown(restored);
        Assert.Equal(13, shown.Count);
        Assert.Equal(13, shown.Distinct().Count());
        Assert.DoesNotContain(shown, text => text.StartsWith("lost", StringComparison.Ordinal));
        var afresh = await CatchUp(restored, restored.Epoch.ToString(), 13);
        Assert.False(afresh.Resync);
        Assert.Empty(afresh.Changed);
    }

    private static async Task Notes(TestNode node, string text, int count)
    {
        for (var number = 1; number <= count; number++)
            await node.Apply(Make.Note(Make.Key(), Make.Desk, $"{text} {number}"));
    }

    private static async Task<SeatCatchUp> CatchUp(TestNode node, string epoch, long position) => Assert.Single(
        (await new InboxReads(node.Reads, TimeProvider.System).CatchUp(Reader, [new SeatCursor(Make.Desk, epoch, position)])).Seats);

    /// <summary>What a fresh reading shows, oldest first.</summary>
    private static Task<IReadOnlyList<string>> Shown(TestNode node) =>
        node.Rows<string>("SELECT note FROM inbox_item WHERE seat_id = 501 ORDER BY changed_seq");
}
