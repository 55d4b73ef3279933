using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using Xunit;

namespace PartyRealtime.UnitTests.Organisation;

public sealed class StaffRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
    private static readonly SeatId Desk = new(6);
    private static readonly OfficialId Clerk = new(1);
    private static readonly OfficialId Successor = new(2);

    [Fact]
    public void A_desk_changes_hands_on_one_day_and_both_persons_rights_are_read_anew()
    {
        var on = Today.AddDays(3);
        var decision = StaffRules.Give(new GiveSeat(Desk, Successor, on, null, Clerk), Scene(Held(Clerk, Today.AddYears(-1)))).Value!;
        Assert.Equal(
            [(Clerk, (DateOnly?)on), (Successor, null)],
            decision.Rows.OfType<SeatHolderRow>().OrderBy(row => row.Official.Value).Select(row => (row.Official, row.ValidTo)));
        Assert.Equal([(Clerk, 6L), (Successor, 6L)], decision.Rows.OfType<OfficialRow>().OrderBy(row => row.Id.Value).Select(row => (row.Id, row.Stamp)));
        Assert.Equal(
            [StreamId.OfSessions(Clerk), StreamId.OfSessions(Successor)],
            decision.Accounts.OrderBy(append => append.Stream == StreamId.OfSessions(Successor)).Select(append => append.Stream));
        Assert.Equal(new SeatGiven(Desk, Successor, on, null, Clerk), FactJson.Read<SeatGiven>(decision.Fact.Payload));
    }

    [Theory]
    [InlineData(-1, null, "from")]
    [InlineData(367, null, "from")]
    [InlineData(0, 0, "until")]
    [InlineData(5, 4, "until")]
    public void Days_that_are_past_too_far_ahead_or_out_of_order_are_refused(int from, int? until, string field)
    {
        var request = new GiveSeat(Desk, Successor, Today.AddDays(from), until is { } end ? Today.AddDays(end) : null, null);
        Assert.Equal((RefusalCode.FieldInvalid, field), Refused(StaffRules.Give(request, Scene())));
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(0, 10, true)]
    [InlineData(0, 11, false)]
    [InlineData(20, null, true)]
    [InlineData(5, 6, true)]
    public void Nobody_holds_a_seat_twice_on_one_day(int from, int? until, bool isGiven)
    {
        var scene = Scene(Held(Successor, Today.AddDays(-9), Today), Held(Successor, Today.AddDays(10), Today.AddDays(20)));
        var request = new GiveSeat(Desk, Successor, Today.AddDays(from), until is { } end ? Today.AddDays(end) : null, null);
        var outcome = StaffRules.Give(request, scene);
        Assert.Equal(isGiven, outcome.IsOk);
        Assert.True(outcome.IsOk || outcome.Refusal is { Code: RefusalCode.FieldInvalid, Field: "from" });
    }

    [Fact]
    public void A_disabled_account_is_given_nothing_and_nobody_is_replaced_who_does_not_hold_it()
    {
        Assert.Equal(
            (RefusalCode.FieldInvalid, "official"),
            Refused(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, null), Scene() with { People = [Person(Successor, disabled: true)] })));
        Assert.Equal((RefusalCode.NotInScope, "insteadOf"), Refused(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, Clerk), Scene())));
    }

    [Fact]
    public void A_seat_has_twenty_holders_on_one_day_and_not_more_but_one_may_go_for_another()
    {
        var scene = Scene([Held(Clerk, Today.AddYears(-1)), .. Enumerable.Range(100, StaffRules.HoldersMax - 1).Select(id => Held(new OfficialId(id), Today))]);
        Assert.Equal((RefusalCode.TooMany, "official"), Refused(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, null), scene)));
        Assert.True(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, Clerk), scene).IsOk);
    }

    [Fact]
    public void A_holding_ends_on_the_day_and_one_that_has_not_begun_never_does()
    {
        Assert.Equal(Today, Ended(null, Held(Clerk, Today.AddYears(-1))));
        Assert.Equal(Today.AddDays(7), Ended(Today.AddDays(7), Held(Clerk, Today.AddYears(-1))));
        Assert.Equal(Today.AddDays(30), Ended(null, Held(Clerk, Today.AddDays(30))));
        Assert.Equal(
            (RefusalCode.NothingToChange, null),
            Refused(StaffRules.End(new EndHolding(Desk, Clerk, Today.AddDays(7)), Scene(Held(Clerk, Today.AddYears(-1), Today.AddDays(7))))));
        Assert.Equal((RefusalCode.FieldInvalid, "on"), Refused(StaffRules.End(new EndHolding(Desk, Clerk, Today.AddDays(-1)), Scene())));
    }

    [Fact]
    public void Disabling_an_account_ends_its_sessions_in_the_same_commit()
    {
        var scene = Scene() with { People = [Person(Clerk) with { Open = [Session(1), Session(2)] }] };
        var decision = StaffRules.Switch(new SwitchAccount(Clerk, false, " Nghỉ hưu "), Successor, scene).Value!;
        Assert.Equal((Now, 6L), (Assert.Single(decision.Rows.OfType<OfficialRow>()).DisabledAt, decision.Rows.OfType<OfficialRow>().Single().Stamp));
        Assert.All(decision.Rows.OfType<SessionRow>(), session => Assert.Equal(Now, session.EndedAt));
        Assert.Equal(2, FactJson.Read<RightsChanged>(decision.Accounts.Single().Facts.Single().Payload).SessionsEnded);
        Assert.Equal("Nghỉ hưu", FactJson.Read<AccountSwitched>(decision.Fact.Payload).Reason);
    }

    [Fact]
    public void Nobody_disables_the_own_account_and_what_is_so_already_is_no_change()
    {
        Assert.Equal((RefusalCode.FieldInvalid, "official"), Refused(StaffRules.Switch(new SwitchAccount(Clerk, false, "x"), Clerk, Scene())));
        Assert.Equal((RefusalCode.NothingToChange, null), Refused(StaffRules.Switch(new SwitchAccount(Clerk, true, "x"), Successor, Scene())));
        Assert.Equal((RefusalCode.FieldMissing, "reason"), Refused(StaffRules.Switch(new SwitchAccount(Clerk, false, "  "), Successor, Scene())));
        Assert.Equal((RefusalCode.FieldInvalid, "reason"), Refused(StaffRules.Switch(new SwitchAccount(Clerk, false, "a\0"), Successor, Scene())));
        Assert.Equal((RefusalCode.FieldTooLong, "reason"), Refused(StaffRules.Switch(
            new SwitchAccount(Clerk, false, new string('x', 2_001)), Successor, Scene())));
        var disabled = Scene() with { People = [Person(Clerk, disabled: true)] };
        Assert.Null(StaffRules.Switch(new SwitchAccount(Clerk, true, "x"), Successor, disabled).Value!.Rows.OfType<OfficialRow>().Single().DisabledAt);
    }

    [Fact]
    public void An_admin_manages_the_own_unit_and_its_rooms_and_an_operator_any_account()
    {
        var map = SmallTree.Map();
        var (commune, room, province) = (map.Ladder(new UnitId(6)), map.Ladder(new UnitId(7)), map.Ladder(new UnitId(4)));
        var admin = Actor(SeatRole.UnitAdmin, 6);
        Assert.Equal([true, true, false], new[] { commune, room, province }.Select(ladder => StaffScope.MayManage(admin, ladder)));
        Assert.False(StaffScope.MayManage(Actor(SeatRole.Leader, 6), commune));
        Assert.False(StaffScope.MayManage(Actor(SeatRole.Operator, null), commune));
        Assert.Equal(
            [true, false, false, false, true],
            new[]
            {
                StaffScope.MaySwitch(admin, [commune, room]), StaffScope.MaySwitch(admin, [commune, province]),
                // An operator whom the admin has given a seat of the own unit.
                StaffScope.MaySwitch(admin, [commune, []]),
                StaffScope.MaySwitch(admin, []), StaffScope.MaySwitch(Actor(SeatRole.Operator, null), [province]),
            });
    }

    [Fact]
    public void Nobody_takes_over_from_himself()
    {
        var later = Held(Clerk, Today.AddDays(90));
        Assert.Equal(
            (RefusalCode.FieldInvalid, "insteadOf"),
            Refused(StaffRules.Give(new GiveSeat(Desk, Clerk, Today, Today.AddDays(30), Clerk), Scene(later))));
    }

    [Fact]
    public void Who_holds_it_for_a_part_of_the_time_is_told_which_days_do_not_fit()
    {
        var held = Held(Clerk, Today, Today.AddDays(30));
        Assert.Equal((RefusalCode.NothingToChange, null), Refused(StaffRules.Give(new GiveSeat(Desk, Clerk, Today, Today.AddDays(20), null), Scene(held))));
        Assert.Equal((RefusalCode.FieldInvalid, "from"), Refused(StaffRules.Give(new GiveSeat(Desk, Clerk, Today.AddDays(10), null, null), Scene(held))));
        Assert.True(StaffRules.Give(new GiveSeat(Desk, Clerk, Today.AddDays(30), null, null), Scene(held)).IsOk);
    }

    [Fact]
    public void A_roster_of_many_spells_fills_no_day()
    {
        var roster = Enumerable.Range(0, StaffRules.HoldersMax * 2)
            .Select(week => Held(new OfficialId(100 + week), Today.AddDays(7 * week), Today.AddDays(7 * (week + 1)))).ToArray();
        Assert.True(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, null), Scene(roster)).IsOk);
        var crowd = Enumerable.Range(0, StaffRules.HoldersMax).Select(one => Held(new OfficialId(100 + one), Today.AddDays(50), Today.AddDays(51))).ToArray();
        Assert.Equal((RefusalCode.TooMany, "official"), Refused(StaffRules.Give(new GiveSeat(Desk, Successor, null, null, null), Scene(crowd))));
        Assert.True(StaffRules.Give(new GiveSeat(Desk, Successor, null, Today.AddDays(50), null), Scene(crowd)).IsOk);
    }

    private static DateOnly? Ended(DateOnly? on, SeatHolderRow held) => Assert.Single(
        StaffRules.End(new EndHolding(Desk, Clerk, on), Scene(held)).Value!.Rows.OfType<SeatHolderRow>()).ValidTo;

    private static (RefusalCode, string?) Refused(Outcome<StaffDecision> outcome) => (outcome.Refusal!.Code, outcome.Refusal.Field);

    private static StaffScene Scene(params SeatHolderRow[] holdings) => new()
    {
        Today = Today, Now = Now, Head = 3, Holdings = [.. holdings], People = [Person(Clerk), Person(Successor)],
    };

    private static SeatHolderRow Held(OfficialId official, DateOnly from, DateOnly? until = null) =>
        new() { Seat = Desk, Official = official, ValidFrom = from, ValidTo = until };

    private static StaffPerson Person(OfficialId id, bool disabled = false) => new(
        new OfficialRow { Id = id, SignIn = $"a{id}", Name = "An", Stamp = 5, DisabledAt = disabled ? Now : null }, 4, [], [new UnitId(6)]);

    private static SessionRow Session(byte id) => new()
    {
        Id = [id], Official = Clerk, CreatedAt = Now, SeenAt = Now, ExpiresAt = Now.AddHours(1), UserAgent = "",
    };

    private static Actor Actor(SeatRole role, int? unit) => new(
        new OfficialId(9), "", [new HeldSeat(new SeatId(90), SeatKind.Post, role, unit is { } id ? new UnitId(id) : null, "")], null, Secrecy.Normal);
}
