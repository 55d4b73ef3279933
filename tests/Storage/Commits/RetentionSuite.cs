using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Rows go when they have been kept for their time, and what they stood for stays true.</summary>
public abstract class RetentionSuite(TestDatabase database) : IAsyncLifetime
{
    /// <summary>Longer than any test takes: on PostgreSQL rows carry the database's own time.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private TestNode node = null!;

    /// <summary>With a clock of its own: the node's sweeps by itself as soon as an hour has passed.</summary>
    private Retention retention = null!;

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        retention = new Retention(node.Service<CommitQueue>(), clock);
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
    }

    public async ValueTask DisposeAsync()
    {
        retention.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_device_with_a_cursor_older_than_the_swept_tombstones_is_told_to_resync()
    {
        var item = Make.Item(Make.Desk);
        await node.Apply(Make.Change(Make.Arrival(item, Box.Lead), Make.Arrival(Make.Item(Make.Post), Box.Lead)));
        await node.Apply(Make.Change(Make.Remove(item, Box.Lead)));
        Assert.Equal(0, await retention.Sweep(SweepKind.Tombstones));
        clock.Advance(Retention.TombstonesKept + Moment);

        Assert.Equal(1, await retention.Sweep(SweepKind.Tombstones));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM inbox_tombstone"));
        Assert.True((await CatchUp(Make.Desk, position: 1)).Resync);
        Assert.False((await CatchUp(Make.Desk, position: 2)).Resync);
        Assert.False((await CatchUp(Make.Post, position: 0)).Resync);
    }

    [Fact]
    public async Task A_later_sweep_moves_the_horizon_and_an_earlier_one_does_not_move_it_back()
    {
        for (var round = 0; round < 3; round++)
        {
            var item = Make.Item(Make.Desk);
            await node.Apply(Make.Change(Make.Arrival(item, Box.Lead)));
            await node.Apply(Make.Change(Make.Remove(item, Box.Lead)));
        }

        await database.Execute($"UPDATE inbox_tombstone SET at_ms = at_ms - {(long)(Retention.TombstonesKept + Moment).TotalMilliseconds} WHERE changed_seq <> 4");
        Assert.Equal(2, await retention.Sweep(SweepKind.Tombstones));
        Assert.Equal((501, 6L), await node.One<(int, long)>("SELECT seat_id, position FROM inbox_horizon"));
        await database.Execute("UPDATE inbox_tombstone SET at_ms = 0");
        Assert.Equal(1, await retention.Sweep(SweepKind.Tombstones));
        Assert.Equal((501, 6L), await node.One<(int, long)>("SELECT seat_id, position FROM inbox_horizon"));
    }

    [Fact]
    public async Task Sessions_go_a_day_after_they_expired_ended_or_not()
    {
        var now = clock.GetUtcNow();
        await node.Apply(Make.Append(Make.NewStream(), 0) with
        {
            Rows =
            [
                Session(1, expiresAt: now.AddHours(1)),
                Session(2, expiresAt: now.AddHours(1)) with { EndedAt = now },
                Session(3, expiresAt: now.AddDays(5)),
            ],
        });
        clock.Advance(TimeSpan.FromHours(1) + Retention.SessionsKept - Moment);
        Assert.Equal(0, await retention.Sweep(SweepKind.Sessions));
        clock.Advance(2 * Moment);

        Assert.Equal(2, await retention.Sweep(SweepKind.Sessions));
        Assert.Equal([3], (await node.One<byte[]>("SELECT id FROM session")).Take(1).Select(first => (int)first));
    }

    [Fact]
    public async Task A_sweep_takes_as_many_passes_as_it_needs()
    {
        var expired = clock.GetUtcNow() - Retention.SessionsKept - Moment;
        await node.Apply(Make.Append(Make.NewStream(), 0) with
        {
            Rows = [.. Enumerable.Range(1, QueuedSweep.RowsMax + 200).Select(IRow (number) => Session(number, expired))],
        });

        Assert.Equal(QueuedSweep.RowsMax, (await node.Service<CommitQueue>().Sweep(SweepKind.Sessions, clock.GetUtcNow().ToUnixTimeMilliseconds())).Rows);
        Assert.Equal(200, await retention.Sweep(SweepKind.Sessions));
    }

    private async Task<SeatCatchUp> CatchUp(SeatId seat, long position)
    {
        var reader = Make.By(Make.Me) with { Seats = [new HeldSeat(seat, SeatKind.Desk, SeatRole.Clerk, null, "")] };
        var answer = await new InboxReads(node.Reads, clock).CatchUp(reader, [new SeatCursor(seat, node.Epoch.ToString(), position)]);
        return Assert.Single(answer.Seats);
    }

    private static SessionRow Session(int number, DateTimeOffset expiresAt) => new()
    {
        Id = [(byte)number, (byte)(number >> 8), .. new byte[30]],
        Official = Make.Me,
        CreatedAt = expiresAt.AddHours(-12),
        SeenAt = expiresAt.AddHours(-12),
        ExpiresAt = expiresAt,
        UserAgent = "test",
    };
}
