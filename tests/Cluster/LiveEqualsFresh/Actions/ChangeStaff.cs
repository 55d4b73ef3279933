using System.Net;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>
/// A desk gets another clerk, who finds its list, and who is disconnected and sees nothing of it any more when that ends; an
/// account is disabled and enabled, a password changed. Whose rights change comes back and is level with a fresh read: those
/// people are not of the cast, whose devices stay connected and level throughout.
/// </summary>
internal sealed class ChangeStaff : IAction
{
    private const string Helper = "clerk.01.btc";

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2.5);

    public IReadOnlyList<string> Covers =>
    [
        "POST /api/staff/seats/{seat}/give", "POST /api/staff/seats/{seat}/end", "POST /api/staff/accounts/{official}/disable",
        "POST /api/staff/accounts/{official}/enable", "PUT /api/session/password",
    ];

    public async Task Play(Stage stage)
    {
        var paper = await Paper.Issued(stage, 1, "unit:01");
        var clerk = stage.Device(Cast.ProvinceClerk);
        var arrived = await clerk.Item(item => item.Box == Box.WaitingReceipt && item.DocumentId.ToString() == paper.Id);
        var desk = await stage.Seat(Cast.ProvinceClerk, "clerk");
        using var admin = await stage.Node.Enter("admin.01");
        using var helper = await stage.Node.Enter(Helper);
        await using var before = await Watcher.Connect(helper);
        await stage.Do(admin, "POST /api/staff/seats/{seat}/give", new { official = helper.Official }, desk);
        await before.Closed.Within(AtOnce);

        await using var holding = await Watcher.Connect(helper);
        Assert.Contains(arrived.Subject.ToString(), string.Join(' ', ListOf(desk, holding)));
        Assert.Equal(ListOf(desk, clerk), ListOf(desk, holding));
        await stage.Do(helper, "POST /api/deliveries/{id}/register", new { }, arrived.DeliveryId!.Value);
        await holding.AssertEqualsFresh("what the new clerk registered");
        Assert.Equal(ListOf(desk, clerk), ListOf(desk, holding));

        await stage.Do(admin, "POST /api/staff/seats/{seat}/end", new { official = helper.Official }, desk);
        await holding.Closed.Within(AtOnce);
        Assert.True(await holding.Return());
        Assert.Empty(ListOf(desk, holding));
        await holding.AssertEqualsFresh("the end of the holding");
        await SwitchAccount(stage, helper);
        await ChangePassword(stage);
    }

    private static async Task SwitchAccount(Stage stage, Person helper)
    {
        using var keeper = await stage.Node.Enter("operator");
        await using var device = await Watcher.Connect(helper);
        await stage.Do(keeper, "POST /api/staff/accounts/{official}/disable", new { reason = "Nghỉ việc" }, helper.Official);
        await device.Closed.Within(AtOnce);
        Assert.Equal(HttpStatusCode.Unauthorized, await helper.Status("/api/inbox/counters"));
        await stage.Do(keeper, "POST /api/staff/accounts/{official}/enable", new { reason = "Trở lại" }, helper.Official);
        using var again = await stage.Node.Enter(Helper);
        await using var back = await Watcher.Connect(again);
        await back.AssertEqualsFresh("the account enabled again");
    }

    private static async Task ChangePassword(Stage stage)
    {
        using var person = await stage.Node.Enter("leader.04");
        using var elsewhere = await stage.Node.Enter("leader.04");
        await using var device = await Watcher.Connect(elsewhere);
        await stage.Do(person, "PUT /api/session/password", new { password = stage.Node.Password, next = "một mật khẩu dài hơn" });
        await device.Closed.Within(AtOnce);
        Assert.Equal(HttpStatusCode.OK, await person.Status("/api/inbox/counters"));
        Assert.Equal(HttpStatusCode.Unauthorized, await elsewhere.Status("/api/inbox/counters"));
    }

    private static string[] ListOf(SeatId seat, Watcher device) =>
        [.. device.Snapshot.Items!.Values.Where(item => item.Seat == seat).Select(item => $"{item.Subject} {item.Box} {item.Position}").Order(StringComparer.Ordinal)];
}
