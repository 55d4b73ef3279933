using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

/// <summary>What the inbox reads promise, on every database.</summary>
public abstract class InboxSuite(TestDatabase database) : IAsyncLifetime
{
    private static readonly OfficialId Reader = new(7);
    private static readonly OfficialId Other = new(8);
    private TestNode node = null!;

    private IInboxReads Inbox => node.Service<IInboxReads>();

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value, 777));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Pages_lead_through_the_whole_list_newest_first_and_once()
    {
        var arrived = new List<ItemKey>();
        for (var i = 0; i < 23; i++)
            arrived.Add(await Arrive(i % 3 == 0 ? Make.Post : Make.Desk));

        var seen = new List<InboxItem>();
        string? after = null;
        do
        {
            var page = await Page(new InboxQuery(Box.WaitingReceipt, After: after, Take: 5));
            Assert.Equal(23, page.Total);
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(arrived.ToHashSet(), seen.Select(KeyOf).ToHashSet());
        Assert.Equal(23, seen.Count);
        // The order that devices put it into by what the items say themselves.
        Assert.Equal(
            seen.OrderByDescending(item => item.ArrivedAt).ThenBy(item => item.Seat.Value).ThenByDescending(item => item.ArrivedSeq).Select(KeyOf),
            seen.Select(KeyOf));
        foreach (var seat in seen.GroupBy(item => item.Seat))
            Assert.Equal(arrived.Where(key => key.Seat == seat.Key).Reverse(), seat.Select(KeyOf));
    }

    [Theory]
    [InlineData(InboxFilter.All)]
    [InlineData(InboxFilter.Unread)]
    [InlineData(InboxFilter.Urgent)]
    [InlineData(InboxFilter.Overdue)]
    public async Task Every_counter_is_the_length_of_its_list(InboxFilter filter)
    {
        var keys = new List<ItemKey>();
        for (var i = 0; i < 12; i++)
            keys.Add(await Arrive(Make.Desk, i < 6 ? Box.WaitingReceipt : Box.Lead, i % 2 == 0 ? Urgency.Normal : Urgency.Immediate));
        await node.Apply(Make.Change(Make.Read(keys[0], Box.WaitingReceipt, Reader)));
        await node.Apply(Make.Change(Make.Read(keys[1], Box.WaitingReceipt, Other)));
        await node.Apply(Make.Change(Make.Read(keys[7], Box.Lead, Reader)));
        await node.Apply(Make.Change(Make.Due(keys[2], Box.WaitingReceipt)));
        await node.Apply(Make.Change(Make.Move(keys[3], Box.WaitingReceipt, Box.Closed)));
        await node.Apply(Make.Change(Make.Remove(keys[8], Box.Lead)));

        foreach (var box in new[] { Box.WaitingReceipt, Box.Lead, Box.Notes })
        {
            var page = await Page(new InboxQuery(box, filter));
            var counter = page.Counters.SingleOrDefault(counter => counter.Box == box);
            Assert.Equal(page.Items.Length, page.Total);
            Assert.Equal(page.Items.Length, counter?.Under(filter) ?? 0);
            var alone = await Inbox.Counters(Me());
            Assert.Equal(page.Counters, alone.Counters);
            Assert.Equal(page.Cursors, alone.Cursors);
        }
    }

    [Fact]
    public async Task Read_is_per_person()
    {
        var key = await Arrive(Make.Desk);
        await node.Apply(Make.Change(Make.Read(key, Box.WaitingReceipt, Reader)));

        Assert.Empty((await Page(new InboxQuery(Box.WaitingReceipt, InboxFilter.Unread))).Items);
        var others = await Inbox.Page(Me(Other), new InboxQuery(Box.WaitingReceipt, InboxFilter.Unread));
        Assert.Equal(key, KeyOf(Assert.Single(others.Value!.Items)));
    }

    [Fact]
    public async Task An_item_above_the_clearance_is_nowhere()
    {
        await Arrive(Make.Desk, secrecy: Secrecy.Secret);
        var cursors = await CursorsAt(0);

        var low = await Page(new InboxQuery(Box.WaitingReceipt));
        Assert.Empty(low.Items);
        Assert.Equal(0, low.Total);
        Assert.Empty(low.Counters);
        Assert.Empty((await Inbox.CatchUp(Me(), cursors)).Seats.SelectMany(seat => seat.Changed));

        var high = await Inbox.Page(Me(clearance: Secrecy.Secret), new InboxQuery(Box.WaitingReceipt));
        Assert.Single(high.Value!.Items);
    }

    [Fact]
    public async Task A_seat_that_is_not_held_shows_nothing_and_looks_like_a_missing_one()
    {
        await Arrive(new SeatId(777));
        var foreign = await Inbox.CatchUp(Me(), [.. await CursorsAt(0), new SeatCursor(new SeatId(777), node.Epoch.ToString(), 0)]);
        var missing = await Inbox.CatchUp(Me(), [.. await CursorsAt(0), new SeatCursor(new SeatId(999), node.Epoch.ToString(), 0)]);

        Assert.Equal([Make.Desk, Make.Post], foreign.Seats.Select(seat => seat.Seat));
        Assert.All(foreign.Seats.Concat(missing.Seats), seat => Assert.True(seat.Resync));
        Assert.Equal(foreign.Seats.Select(Describe), missing.Seats.Select(Describe));
        Assert.Empty((await Page(new InboxQuery(Box.WaitingReceipt))).Items);
    }

    [Fact]
    public async Task Catch_up_tells_each_changed_item_once_and_the_removed_ones()
    {
        var read = await Arrive(Make.Desk);
        var gone = await Arrive(Make.Desk);
        var cursors = await CursorsNow();
        var added = await Arrive(Make.Desk);
        await node.Apply(Make.Change(Make.Move(added, Box.WaitingReceipt, Box.Lead)));
        await node.Apply(Make.Change(Make.Read(read, Box.WaitingReceipt, Reader)));
        await node.Apply(Make.Change(Make.Remove(gone, Box.WaitingReceipt)));

        var answer = await Inbox.CatchUp(Me(), cursors);
        var desk = answer.Seats.Single(seat => seat.Seat == Make.Desk);
        Assert.False(desk.Resync);
        Assert.Equal(6, desk.Head);
        Assert.Equal([added, read], desk.Changed.Select(KeyOf));
        Assert.Equal([4L, 5L], desk.Changed.Select(item => item.Position));
        Assert.Equal([gone], desk.Removed);
        Assert.Equal((await Inbox.Counters(Me())).Counters, answer.Counters);
        Assert.Empty(answer.Seats.Single(seat => seat.Seat == Make.Post).Changed);
    }

    [Fact]
    public async Task An_item_that_was_removed_and_came_again_is_there()
    {
        var key = await Arrive(Make.Desk);
        var cursors = await CursorsNow();
        await node.Apply(Make.Change(Make.Remove(key, Box.WaitingReceipt)));
        await node.Apply(Make.Change(Make.Arrival(key, Box.WaitingReceipt)));

        var desk = (await Inbox.CatchUp(Me(), cursors)).Seats.Single(seat => seat.Seat == Make.Desk);
        Assert.Equal([key], desk.Changed.Select(KeyOf));
        Assert.Empty(desk.Removed);
    }

    [Fact]
    public async Task What_cannot_be_caught_up_is_a_resync()
    {
        await Arrive(Make.Desk);
        Assert.True(await Resyncs(new SeatCursor(Make.Desk, Guid.NewGuid().ToString(), 0)), "another epoch");
        Assert.True(await Resyncs(new SeatCursor(Make.Desk, node.Epoch.ToString(), 2)), "beyond the head");
        Assert.True(await Resyncs(new SeatCursor(Make.Desk, node.Epoch.ToString(), -1)), "no position");
        Assert.True(await Resyncs(null), "no cursor");
        Assert.False(await Resyncs(new SeatCursor(Make.Desk, node.Epoch.ToString(), 0)));
    }

    [Fact]
    public async Task A_cursor_older_than_the_tombstones_is_a_resync()
    {
        var key = await Arrive(Make.Desk);
        var before = new SeatCursor(Make.Desk, node.Epoch.ToString(), 1);
        await node.Apply(Make.Change(Make.Remove(key, Box.WaitingReceipt)));
        Assert.False(await Resyncs(before));

        var later = new FakeTimeProvider(DateTimeOffset.UtcNow + InboxReads.TombstoneRetention + TimeSpan.FromMinutes(1));
        var reads = new InboxReads(node.Reads, later);
        Assert.True(Desk(await reads.CatchUp(Me(), [before])).Resync);
        Assert.False(Desk(await reads.CatchUp(Me(), [before with { Position = 2 }])).Resync);
    }

    [Fact]
    public async Task More_changes_than_the_bound_are_a_resync()
    {
        var changes = Enumerable.Range(0, 100).Select(_ => Make.Arrival(Make.Item(Make.Desk), Box.Lead)).ToArray();
        for (var i = 0; i < InboxReads.ChangesMax / changes.Length; i++)
            await node.Apply(Make.Change([.. changes.Select(change => change with { Key = Make.Item(Make.Desk) })]));
        var start = new SeatCursor(Make.Desk, node.Epoch.ToString(), 0);

        Assert.Equal(InboxReads.ChangesMax, Desk(await Inbox.CatchUp(Me(), [start])).Changed.Length);
        await Arrive(Make.Desk);
        Assert.True(await Resyncs(start));
    }

    [Fact]
    public async Task More_changes_than_the_bound_are_a_resync_also_where_the_reader_may_see_none_of_them()
    {
        var key = await Arrive(Make.Desk);
        var cursors = await CursorsNow();
        var hidden = Make.Content() with { Secrecy = Secrecy.Secret };
        for (var i = 0; i < InboxReads.ChangesMax / 100; i++)
            await node.Apply(Make.Change([.. Enumerable.Range(0, 100).Select(_ => Make.Arrival(Make.Item(Make.Desk), Box.Lead) with { Content = hidden })]));
        Assert.False(Desk(await Inbox.CatchUp(Me(), cursors)).Resync);

        // What was shown to the reader and is classified by the change that comes behind as many.
        await node.Apply(Make.Change(new InboxChange(key, InboxChangeKind.Moved, Box.WaitingReceipt, Box.WaitingReceipt, hidden)));
        Assert.True(Desk(await Inbox.CatchUp(Me(), cursors)).Resync);
    }

    [Fact]
    public async Task An_item_that_became_classified_leaves_without_being_named()
    {
        var key = await Arrive(Make.Desk);
        var cursors = await CursorsNow();
        var secret = Make.Content() with { Secrecy = Secrecy.Secret };
        await node.Apply(Make.Change(new InboxChange(key, InboxChangeKind.Moved, Box.WaitingReceipt, Box.WaitingReceipt, secret)));

        var desk = Desk(await Inbox.CatchUp(Me(), cursors));
        Assert.True(desk.Resync);
        Assert.Empty(desk.Changed);
        Assert.Empty(desk.Removed);
    }

    [Fact]
    public async Task A_fresh_read_shows_what_was_pushed()
    {
        var pushed = await node.Apply(Make.Note(Make.Key(), Make.Desk, "Đồng chí xem giúp"));
        var page = await Page(new InboxQuery(Box.Notes));
        var fresh = Assert.Single(page.Items);

        // The sender of this note has no row of its own, so no name is joined; everything else is stored.
        Assert.Equal(
            Assert.Single(pushed.Inbox).Item with { From = "", Abstract = "", ReadBy = fresh.ReadBy }, fresh);
    }

    [Theory]
    [InlineData(Box.Closed, 50, null, "box")]
    [InlineData((Box)77, 50, null, "box")]
    [InlineData(Box.Lead, 0, null, "take")]
    [InlineData(Box.Lead, 201, null, "take")]
    [InlineData(Box.Lead, 50, "không", "after")]
    [InlineData(Box.Lead, 50, "AAAA", "after")]
    public async Task A_query_that_makes_no_sense_is_refused(Box box, int take, string? after, string field)
    {
        var answer = await Inbox.Page(Me(), new InboxQuery(box, After: after, Take: take));
        Assert.Equal((RefusalCode.FieldInvalid, field), (answer.Refusal!.Code, answer.Refusal.Field));
    }

    [Fact]
    public async Task Heads_are_given_for_seats_that_exist()
    {
        await Arrive(Make.Desk);
        var heads = await Inbox.Heads([Make.Desk, Make.Post, new SeatId(999)]);
        Assert.Equal([new SeatPosition(Make.Desk, 1), new SeatPosition(Make.Post, 0)], heads.Heads);
        Assert.Equal(node.Epoch.ToString(), heads.Epoch);
    }

    [Fact]
    public async Task Items_are_found_by_key_within_the_seats_held()
    {
        var mine = await Arrive(Make.Desk);
        var foreign = await Arrive(new SeatId(777));
        var found = await Inbox.Items(Me(), [mine, foreign, Make.Item(Make.Desk)]);
        Assert.Equal((mine, Box.WaitingReceipt), (Assert.Single(found).Key, found[0].Box));
    }

    protected static Actor Me(OfficialId? official = null, Secrecy clearance = Secrecy.Normal) => new(
        official ?? Reader,
        "Người đọc",
        [
            new HeldSeat(Make.Desk, SeatKind.Desk, SeatRole.Clerk, new UnitId(3), "Văn thư"),
            new HeldSeat(Make.Post, SeatKind.Post, SeatRole.Specialist, new UnitId(3), "Chuyên viên"),
        ],
        null,
        clearance);

    private static ItemKey KeyOf(InboxItem item) => new(item.Seat, item.Subject, item.Reason);

    private static string Describe(SeatCatchUp seat) => $"{seat.Seat} {seat.Head} {seat.Resync} {seat.Changed.Length} {seat.Removed.Length}";

    private static SeatCatchUp Desk(InboxCatchUp answer) => answer.Seats.Single(seat => seat.Seat == Make.Desk);

    private async Task<ItemKey> Arrive(
        SeatId seat, Box box = Box.WaitingReceipt, Urgency urgency = Urgency.Normal, Secrecy secrecy = Secrecy.Normal)
    {
        var key = Make.Item(seat);
        var content = Make.Content() with { Urgency = urgency, Secrecy = secrecy };
        await node.Apply(Make.Change(new InboxChange(key, InboxChangeKind.Arrived, null, box, content)));
        return key;
    }

    private async Task<InboxPage> Page(InboxQuery query)
    {
        var page = await Inbox.Page(Me(), query);
        Assert.True(page.IsOk, page.Refusal?.ToString());
        return page.Value;
    }

    private async Task<bool> Resyncs(SeatCursor? cursor) =>
        Desk(await Inbox.CatchUp(Me(), cursor is null ? [] : [cursor])).Resync;

    private async Task<ImmutableArray<SeatCursor>> CursorsNow() =>
        [.. (await Inbox.Heads([Make.Desk, Make.Post])).Heads.Select(head => new SeatCursor(head.Seat, node.Epoch.ToString(), head.Position))];

    private async Task<ImmutableArray<SeatCursor>> CursorsAt(long position) =>
        [.. (await CursorsNow()).Select(cursor => cursor with { Position = position })];
}
