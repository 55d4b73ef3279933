using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.ClusterTests.LiveEqualsFresh;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Live;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>Devices that come, go, fall behind and change hands.</summary>
public sealed class DeviceTests(DeviceTests.LossyNode shared) : IClassFixture<DeviceTests.LossyNode>
{
    /// <summary>Below the period of the look that finds what another node has done (P7).</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private OfficeNode Node => shared.Node;

    [Fact]
    public async Task A_reader_on_two_devices_sees_the_same_on_both()
    {
        using var person = await Node.Enter("leader.08");
        await using var one = await Watcher.Connect(person);
        await using var other = await Watcher.Connect(person);
        await person.Post("/api/notes", new { to = person.Official.Value, text = "Nhắc việc" });
        var note = await one.Item(item => item.Note == "Nhắc việc");
        await person.Post("/api/inbox/read", new { items = new[] { InboxSnapshot.KeyOf(note) } });

        await one.AssertEqualsFresh("the read mark");
        await other.AssertEqualsFresh("the read mark");
        Assert.Contains(person.Official, (await other.Item(item => item.Note == "Nhắc việc")).ReadBy);
    }

    [Fact]
    public async Task A_successor_finds_the_list_of_the_predecessor_and_the_predecessor_nothing()
    {
        var (desk, clerk, successor) = (await SeatOf("clerk.00691"), await Node.Enter("clerk.00691"), await Node.Enter("admin.00691"));
        using var first = clerk;
        using var second = successor;
        for (var i = 0; i < 3; i++)
            await Node.Arrive(desk);
        await using var before = await Watcher.Connect(clerk);
        await using var waiting = await Watcher.Connect(successor);
        var list = Of(desk, before.Snapshot);
        Assert.Equal(3, list.Length);

        // The admin takes the desk over: by an act, as in the office.
        var (status, answer) = await successor.Post(
            $"/api/staff/seats/{desk}/give", new { official = successor.Official.Value, insteadOf = clerk.Official.Value });
        Assert.True(status == HttpStatusCode.OK, $"{answer}");

        await before.Closed.Within(AtOnce);
        await waiting.Closed.Within(AtOnce);
        Assert.DoesNotContain(desk.Value, await Seats(clerk));
        await using var after = await Watcher.Connect(successor);
        Assert.Equal(list, Of(desk, after.Snapshot));
        Assert.True(await before.Return());
        Assert.Empty(Of(desk, before.Snapshot));
        await before.AssertEqualsFresh("the replacement");
    }

    [Fact]
    public async Task The_sessions_of_a_disabled_account_end_at_once()
    {
        using var clerk = await Node.Enter("clerk.08");
        using var admin = await Node.Enter("admin.08");
        await using var device = await Watcher.Connect(clerk);
        Assert.Equal(HttpStatusCode.OK, await clerk.Status("/api/inbox/counters"));
        var path = $"/api/staff/accounts/{clerk.Official}";
        var (status, answer) = await admin.Post($"{path}/disable", new { reason = "Nghỉ việc từ hôm nay" });
        Assert.True(status == HttpStatusCode.OK, $"{answer}");

        await device.Closed.Within(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, await clerk.Status("/api/inbox/counters"));
        Assert.Equal(HttpStatusCode.OK, (await admin.Post($"{path}/enable", new { reason = "Trở lại" })).Status);
        using var again = await Node.Enter("clerk.08");
        Assert.Equal(HttpStatusCode.OK, await again.Status("/api/inbox/counters"));
    }

    [Fact]
    public async Task A_device_that_was_away_learns_of_everything_even_of_what_is_gone()
    {
        var desk = await SeatOf("clerk.01273");
        using var person = await Node.Enter("clerk.01273");
        var stays = await Node.Arrive(desk);
        var goes = await Node.Arrive(desk);
        var closes = await Node.Arrive(desk);
        await using var device = await Watcher.Connect(person);
        await device.Disconnect();
        await Node.Arrive(desk);
        await Node.Change(Change(goes, InboxChangeKind.Removed, Box.Closed));
        await Node.Change(Change(closes, InboxChangeKind.Moved, Box.Closed));
        await Node.Change(Change(stays, InboxChangeKind.Moved, Box.Lead));

        Assert.False(await device.Return());
        await device.AssertEqualsFresh("the return");
        Assert.Equal(2, Of(desk, device.Snapshot).Length);
    }

    [Fact]
    public async Task A_removed_item_leaves_an_open_list()
    {
        // Its poll leaves even a slow push the time to come: a device that is told of the later head before it catches up.
        await using var node = await OfficeNode.Start(
            new SqliteDatabase(), services => services.AddSingleton(new LiveOptions { HintGrace = TimeSpan.FromSeconds(20) }));
        using var person = await node.Enter("clerk.03127");
        var desk = await SeatOf(person);
        var goes = await node.Arrive(desk);
        await using var device = await Watcher.Connect(person);
        await device.Told.WaitAsync(Patience);
        await node.Change(Change(goes, InboxChangeKind.Removed, Box.Closed));
        await device.AssertEqualsFresh("the removal");
        Assert.Equal(0, device.CatchUps);
        Assert.Empty(Of(desk, device.Snapshot));
    }

    [Fact]
    public async Task A_classified_item_is_not_shown_to_a_holder_without_clearance()
    {
        var desk = await SeatOf("clerk.03388");
        using var person = await Node.Enter("clerk.03388");
        await Node.Execute($"UPDATE official SET clearance = 0, stamp = stamp + 1 WHERE id = {person.Official}");
        using var cleared = await Node.Enter("clerk.03388");
        await using var device = await Watcher.Connect(cleared);
        await Node.Arrive(desk, secrecy: Secrecy.Confidential);
        await Node.Arrive(desk);
        await device.AssertEqualsFresh("the classified item");
        Assert.Single(Of(desk, device.Snapshot));
    }

    [Fact]
    public async Task A_lost_hint_is_healed_by_the_poll_of_heads()
    {
        var hits = 0L;
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "PartyRealtime.Live", Name: "live.poll_hits" })
                listener.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref hits, measurement));
        meter.Start();
        var desk = await SeatOf("clerk.04");
        using var person = await Node.Enter("clerk.04");
        await using var device = await Watcher.Connect(person);
        await Node.Arrive(desk);
        await device.AssertEqualsFresh("a pushed item");
        await device.Told.WaitAsync(Patience);

        shared.Bus.Loses = true;
        var lost = await Node.Arrive(desk);
        shared.Bus.Loses = false;
        await device.Item(item => InboxSnapshot.KeyOf(item) == lost).WaitAsync(Patience);

        await device.AssertEqualsFresh("the poll");
        Assert.True(shared.Bus.Lost > 0);
        Assert.True(Volatile.Read(ref hits) > 0, "A healed hint is counted.");
        await Node.Arrive(desk);
        await device.AssertEqualsFresh("the next pushed item");
    }

    [Fact]
    public async Task Another_epoch_closes_every_connection_and_resyncs_every_device()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var person = await node.Enter("clerk.tw");
        await using var device = await Watcher.Connect(person);
        await person.Post("/api/notes", new { to = person.Official.Value, text = "Trước khi khôi phục" });
        await device.AssertEqualsFresh("a note");

        await node.Execute($"UPDATE meta SET value = '{Guid.NewGuid()}' WHERE name = 'epoch'");
        await device.Closed.WaitAsync(Patience);
        Assert.True(await device.Return());
        await device.AssertEqualsFresh("the new epoch");
    }

    private static string[] Of(SeatId seat, InboxSnapshot snapshot) =>
        [.. snapshot.Items!.Values.Where(item => item.Seat == seat).Select(item => $"{item.Subject} {item.Position} {item.Box}").Order(StringComparer.Ordinal)];

    private static InboxChange Change(ItemKey key, InboxChangeKind kind, Box to) =>
        new(key, kind, Box.WaitingReceipt, to, new ItemContent());

    private async Task<SeatId> SeatOf(string signIn)
    {
        using var person = await Node.Enter(signIn);
        return await SeatOf(person);
    }

    private static async Task<SeatId> SeatOf(Person person)
    {
        var me = await person.Get<System.Text.Json.JsonElement>("/api/session");
        return new SeatId(me.GetProperty("seats").EnumerateArray()
            .First(seat => seat.GetProperty("kind").GetString() == "desk").GetProperty("id").GetInt32());
    }

    private static async Task<IEnumerable<int>> Seats(Person person) =>
        (await person.Get<System.Text.Json.JsonElement>("/api/session")).GetProperty("seats").EnumerateArray().Select(seat => seat.GetProperty("id").GetInt32());

    /// <summary>One node for the class, whose bus loses hints when a test asks for it.</summary>
    public sealed class LossyNode : IAsyncLifetime
    {
        public OfficeNode Node { get; private set; } = null!;

        internal LossyBus Bus { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Node = await OfficeNode.Start(new SqliteDatabase(), services => services.Replace(ServiceDescriptor.Singleton<IPushBus, LossyBus>()));
            Bus = (LossyBus)Node.Services.GetRequiredService<IPushBus>();
        }

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}
