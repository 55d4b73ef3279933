using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.ClusterTests.LiveEqualsFresh;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>The day changes under people at work: what they hold from that day on is theirs, what ended is not.</summary>
public sealed class MidnightTests
{
    private static readonly TimeSpan BeforeMidnight = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task At_midnight_a_desk_changes_hands_and_nobody_signs_in_again()
    {
        var time = new ShiftedTime(BeforeMidnight);
        await using var node = await OfficeNode.Start(
            new SqliteDatabase(), services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        using var former = await node.Enter("clerk.00691");
        using var successor = await node.Enter("admin.00691");
        var desk = await Desk(former);
        await HandOver(successor, desk, former.Official, OfficeDay.Today(time).AddDays(1));
        await node.Arrive(desk);
        await using var leaving = await Watcher.Connect(former);
        await using var waiting = await Watcher.Connect(successor);
        Assert.Equal((1, 0), (At(desk, leaving), At(desk, waiting)));

        time.Advance(BeforeMidnight + BeforeMidnight);
        await leaving.Closed.WaitAsync(Patience);
        await waiting.Closed.WaitAsync(Patience);
        await leaving.Return();
        await using var holding = await Watcher.Connect(successor);

        Assert.Equal((0, 1), (At(desk, leaving), At(desk, holding)));
        Assert.Equal((false, true), (await Holds(former, desk), await Holds(successor, desk)));
        await node.Arrive(desk);
        await holding.AssertEqualsFresh("what arrived after midnight");
        await leaving.AssertEqualsFresh("what arrived after midnight");
        Assert.Equal((0, 2), (At(desk, leaving), At(desk, holding)));
    }

    private static int At(SeatId desk, Watcher device) => device.Snapshot.Items!.Values.Count(item => item.Seat == desk);

    private static async Task<SeatId> Desk(Person clerk) => new(
        (await Seats(clerk)).First(seat => seat.GetProperty("kind").GetString() == "desk").GetProperty("id").GetInt32());

    private static async Task<bool> Holds(Person person, SeatId seat) =>
        (await Seats(person)).Any(held => held.GetProperty("id").GetInt32() == seat.Value);

    private static async Task<JsonElement[]> Seats(Person person) =>
        [.. (await person.Get<JsonElement>("/api/session")).GetProperty("seats").EnumerateArray()];

    /// <summary>As the office's admin writes it days before.</summary>
    private static async Task HandOver(Person admin, SeatId seat, OfficialId former, DateOnly on)
    {
        var (status, answer) = await admin.Post(
            $"/api/staff/seats/{seat}/give", new { official = admin.Official.Value, from = on, insteadOf = former.Value });
        Assert.True(status == System.Net.HttpStatusCode.OK, $"{answer}");
    }
}
