using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Inbox changes: positions, guards, tombstones, and answers that equal a fresh read.</summary>
public abstract class ItemSuite(TestDatabase database) : IAsyncLifetime
{
    private static readonly OfficialId Reader = new(12);
    private readonly ItemKey item = Make.Item(Make.Desk);
    private TestNode node = null!;

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        await node.Apply(Make.Change(Make.Arrival(item, Box.WaitingReceipt, "ghi chú")));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_change_takes_the_next_position_and_returns_the_item_as_stored()
    {
        var arrived = await Stored();
        Assert.Equal(1, arrived.ArrivedSeq);
        var steps = new[]
        {
            Make.Read(item, Box.WaitingReceipt, Reader),
            Make.Read(item, Box.WaitingReceipt, new OfficialId(1)),
            Make.Due(item, Box.WaitingReceipt),
            Make.Move(item, Box.WaitingReceipt, Box.Lead),
            Make.Move(item, Box.Lead, Box.Closed),
        };
        var position = 1L;
        foreach (var step in steps)
        {
            var change = Assert.Single((await node.Apply(Make.Change(step))).Inbox);
            Assert.Equal((Make.Desk, ++position, step.Kind, step.FromBox, step.By), (change.Seat, change.Position, change.Kind, change.FromBox, change.By));
            Assert.Equal(step.Kind == InboxChangeKind.Due ? false : null, change.FromOverdue);
            Assert.Equivalent(await Stored(), change.Item with { Symbol = null, Abstract = "", From = "" });
        }

        var last = await Stored();
        Assert.Equal([Reader, new OfficialId(1)], last.ReadBy);
        Assert.Equal((Box.Closed, true, Urgency.Immediate, 6L, arrived.ArrivedAt), (last.Box, last.Overdue, last.Urgency, last.Position, last.ArrivedAt));
        Assert.Equal((6L, 1L), await node.One<(long, long)>("SELECT changed_seq, arrived_seq FROM inbox_item"));
    }

    [Fact]
    public async Task An_item_with_a_later_deadline_is_overdue_no_more_and_may_be_so_again()
    {
        await node.Apply(Make.Change(Make.Due(item, Box.WaitingReceipt)));
        await node.Apply(Make.Change(Make.Move(item, Box.WaitingReceipt, Box.Lead)));
        Assert.True((await Stored()).Overdue);
        var later = Make.Move(item, Box.Lead, Box.Lead);
        later = later with { Content = later.Content with { DueOn = new DateOnly(2026, 12, 20) } };

        var change = Assert.Single((await node.Apply(Make.Change(later))).Inbox);
        Assert.Equal((false, true), (change.Item.Overdue, change.FromOverdue));
        Assert.False((await Stored()).Overdue);
        // Whoever found it past its old deadline is too late.
        Assert.IsType<CommitResult.Refused>(await node.Write(Make.Change(Make.Due(item, Box.Lead))));
        Assert.False((await Stored()).Overdue);
        var due = Make.Due(item, Box.Lead) with { Content = later.Content };
        Assert.True(Assert.Single((await node.Apply(Make.Change(due))).Inbox).Item.Overdue);
        // A device that does not hold the item counts by what the change says it was before.
        var gone = Assert.Single((await node.Apply(Make.Change(Make.Remove(item, Box.Lead)))).Inbox);
        Assert.Equal((true, null), (gone.Item.Overdue, gone.FromOverdue));
    }

    [Fact]
    public async Task A_read_writes_no_content()
    {
        var stale = Make.Read(item, Box.WaitingReceipt, Reader) with { Content = Make.Content() with { Urgency = Urgency.Normal, DueOn = null } };
        var change = Assert.Single((await node.Apply(Make.Change(stale))).Inbox);

        Assert.Equal((Urgency.Urgent, new DateOnly(2026, 12, 1)), (change.Item.Urgency, change.Item.DueOn!.Value));
        Assert.Equal(("ghi chú", "2026-12-01"), await node.One<(string, string)>("SELECT note, due_on FROM inbox_item"));
    }

    [Fact]
    public async Task A_removal_leaves_a_tombstone_and_returns_the_item_as_it_was()
    {
        await node.Apply(Make.Change(Make.Read(item, Box.WaitingReceipt, Reader)));
        var change = Assert.Single((await node.Apply(Make.Change(Make.Remove(item, Box.WaitingReceipt)))).Inbox);

        Assert.Equal((3L, InboxChangeKind.Removed, Box.WaitingReceipt), (change.Position, change.Kind, change.Item.Box));
        Assert.Equal([Reader], change.Item.ReadBy);
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM inbox_item"));
        Assert.Equal(
            (501, 3L, item.Subject, (int)item.Reason),
            await node.One<(int, long, Guid, int)>("SELECT seat_id, changed_seq, subject, reason FROM inbox_tombstone"));
        await node.Apply(Make.Change(Make.Arrival(item, Box.Lead)));
    }

    [Fact]
    public async Task Changes_are_answered_in_the_commits_order()
    {
        ItemKey other = Make.Item(Make.Desk), post = Make.Item(Make.Post);
        var answer = await node.Apply(Make.Change(
            Make.Move(item, Box.WaitingReceipt, Box.Closed),
            Make.Arrival(post, Box.WaitingMe),
            Make.Arrival(other, Box.WaitingReceipt)));

        Assert.Equal(
            [(Make.Desk, 2L, item.Subject), (Make.Post, 1L, post.Subject), (Make.Desk, 3L, other.Subject)],
            answer.Inbox.Select(change => (change.Seat, change.Position, change.Item.Subject)));
    }

    public static TheoryData<string> Guards => ["arrived", "moved", "missing", "reader", "due", "removed", "seat"];

    [Theory]
    [MemberData(nameof(Guards))]
    public async Task A_change_that_does_not_find_what_it_says_refuses_the_command_whole(string guard)
    {
        await node.Apply(Make.Change(Make.Read(item, Box.WaitingReceipt, Reader)));
        await node.Apply(Make.Change(Make.Due(item, Box.WaitingReceipt)));
        var before = await TableDump.Of(node);

        var wrong = guard switch
        {
            "arrived" => Make.Arrival(item, Box.Lead),
            "moved" => Make.Move(item, Box.Lead, Box.Closed),
            "missing" => Make.Move(Make.Item(Make.Desk), Box.Lead, Box.Closed),
            "reader" => Make.Read(item, Box.WaitingReceipt, Reader),
            "due" => Make.Due(item, Box.WaitingReceipt),
            "removed" => Make.Remove(item, Box.Closed),
            _ => Make.Arrival(Make.Item(new SeatId(999)), Box.Lead),
        };
        var answer = await node.Write(Make.Change(Make.Arrival(Make.Item(Make.Post), Box.Lead), wrong) with { Rows = [Rows.Unit(5, "X")] });

        Assert.IsType<CommitResult.Refused>(answer);
        Assert.Equal(before, await TableDump.Of(node));
    }

    [Fact]
    public async Task A_reader_is_not_taken_for_another_whose_id_contains_the_same_digits()
    {
        foreach (var reader in (int[])[12, 1, 2, 121, 112])
            await node.Apply(Make.Change(Make.Read(item, Box.WaitingReceipt, new OfficialId(reader))));

        Assert.Equal(",12,1,2,121,112,", await node.One<string>("SELECT read_by FROM inbox_item"));
    }

    /// <summary>The item as a read joins it, without the shown words.</summary>
    private async Task<InboxItem> Stored()
    {
        var row = await node.One<StoredRow>("SELECT * FROM inbox_item");
        return new InboxItem
        {
            Seat = row.SeatId,
            Subject = row.Subject,
            Reason = row.Reason,
            Box = row.Box,
            Position = row.ChangedSeq,
            ArrivedAt = row.ArrivedAtMs,
            ReadBy = [.. row.ReadBy.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new OfficialId(int.Parse(id, CultureInfo.InvariantCulture)))],
            Urgency = row.Urgency,
            Secrecy = row.Secrecy,
            DueOn = row.DueOn,
            Overdue = row.Overdue,
            Note = row.Note,
            ArrivedSeq = row.ArrivedSeq,
        };
    }

    private sealed record StoredRow
    {
        public SeatId SeatId { get; init; }

        public Guid Subject { get; init; }

        public Reason Reason { get; init; }

        public Box Box { get; init; }

        public long ChangedSeq { get; init; }

        public long ArrivedSeq { get; init; }

        public DateTimeOffset ArrivedAtMs { get; init; }

        public string ReadBy { get; init; } = "";

        public Urgency Urgency { get; init; }

        public Secrecy Secrecy { get; init; }

        public DateOnly? DueOn { get; init; }

        public bool Overdue { get; init; }

        public string? Note { get; init; }
    }
}
