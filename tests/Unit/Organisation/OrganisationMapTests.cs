using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using Xunit;

namespace PartyRealtime.UnitTests.Organisation;

public sealed class OrganisationMapTests
{
    private readonly OrganisationMap _map = SmallTree.Map();

    [Fact]
    public void A_unit_is_found_by_id_and_by_code_in_any_case()
    {
        Assert.Equal("Ban Tổ chức Trung ương", _map.Unit("tw.btc")!.Name);
        Assert.Same(_map.Unit("TW.BTC"), _map.Unit(new UnitId(2)));
        Assert.Null(_map.Unit("99"));
        Assert.Null(_map.Unit(new UnitId(99)));
    }

    [Fact]
    public void People_of_a_registering_unit_include_its_rooms_and_are_counted_once()
    {
        Assert.Equal(4, _map.Unit("03127")!.People);
        Assert.Equal(2, _map.Unit("03127")!.NotifiedNow);
        Assert.Equal(1, _map.Unit("03127.VP")!.People);
    }

    [Fact]
    public void A_branch_is_the_unit_and_its_rooms_but_not_registering_units_below() =>
        Assert.Equal(["03127", "03127.VP"], _map.Branch(new UnitId(6)).Select(unit => unit.Code));

    [Fact]
    public void The_branch_of_a_province_has_no_commune() =>
        Assert.Equal(["11"], _map.Branch(new UnitId(4)).Select(unit => unit.Code));

    [Fact]
    public void A_room_belongs_to_the_registering_unit_above_it() =>
        Assert.Equal("03127", _map.RegisteringUnit(new UnitId(7))!.Code);

    [Fact]
    public void A_merged_unit_is_found_receives_nothing_and_is_known_by_its_successor()
    {
        Assert.False(_map.Unit("90001")!.IsValid);
        Assert.False(_map.Unit("90001")!.Receives);
        Assert.Equal([new UnitId(8)], _map.Predecessors(new UnitId(6)));
        Assert.Empty(_map.Predecessors(new UnitId(10)));
    }

    /// <summary>A merger is imported before its day: until then the unit that will end is nobody's but its own.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(30, true)]
    public void A_unit_that_ends_tomorrow_is_open_to_its_successor_from_tomorrow_on(int daysLater, bool isOpen)
    {
        var map = SmallTree.Merger(ends: SmallTree.Day.AddDays(1), on: SmallTree.Day.AddDays(daysLater));
        Assert.Equal(isOpen ? [SmallTree.Merged] : [], map.Predecessors(SmallTree.Successor));
        var clerk = new Actor(new OfficialId(1), "Văn thư", [new HeldSeat(new SeatId(2), SeatKind.Desk, SeatRole.Clerk, SmallTree.Successor, "")], null, Secrecy.Normal);
        Assert.Equal(isOpen, ReaderScope.Of(clerk, map).Units.Contains(SmallTree.Merged));
    }

    [Fact]
    public void A_unit_that_names_a_successor_and_no_end_is_not_open_to_it() =>
        Assert.Empty(SmallTree.Merger(ends: null, on: SmallTree.Day).Predecessors(SmallTree.Successor));

    [Fact]
    public void Seats_are_found_by_id_and_desks_are_not_posts()
    {
        var commune = _map.Unit("03127")!;
        Assert.Equal(SeatKind.Desk, _map.Seat(commune.Desk!.Value)!.Kind);
        Assert.Equal([SeatRole.Leader], commune.Posts.Select(post => post.Role));
        Assert.Equal(commune.Posts[0].Seat, commune.PrincipalLeader);
        Assert.Null(_map.Seat(new SeatId(999)));
    }

    [Fact]
    public void What_is_presented_goes_to_a_leader_in_office_and_only_without_one_to_the_first_seat()
    {
        var posts = Enumerable.Range(91, 3).Select(id => new SeatId(id)).ToArray();
        Assert.Equal(posts[0], Commune().PrincipalLeader);
        Assert.Equal(posts[2], Commune(SmallTree.Held(1, SmallTree.Merged.Value, SeatRole.Leader, 93)).PrincipalLeader);
        var (third, second) = (SmallTree.Held(1, SmallTree.Merged.Value, SeatRole.Leader, 93), SmallTree.Held(2, SmallTree.Merged.Value, SeatRole.Leader, 92));
        Assert.Equal(posts[1], Commune(third, second).PrincipalLeader);
        Assert.Equal(posts[2], Commune(third, second with { Disabled = true }).PrincipalLeader);

        UnitFacts Commune(params HeldToday[] held) => SmallTree.WithLeaders(posts, held).Unit(SmallTree.Merged)!;
    }

    [Fact]
    public void A_commune_is_named_with_its_province_and_a_province_without()
    {
        Assert.Equal("Điện Biên", _map.Unit("03127")!.Ref.Province);
        Assert.EndsWith(", Điện Biên", _map.Unit("03127")!.FullName, StringComparison.Ordinal);
        Assert.Null(_map.Unit("11")!.Province);
        Assert.Null(_map.Unit("TW.BTC")!.Province);
    }

    [Fact]
    public void A_body_that_is_named_by_its_province_is_not_named_with_it_twice()
    {
        var body = _map.Unit("11.BTC")!;
        Assert.EndsWith(" Điện Biên", body.Name, StringComparison.Ordinal);
        Assert.Equal(body.Name, body.FullName);
    }

    [Theory]
    [InlineData("Ban Tổ chức Thành ủy Hà Nội", "Hà Nội", null)]
    [InlineData("Đảng ủy Ủy ban nhân dân tỉnh Lào Cai", "Lào Cai", null)]
    [InlineData("Phường Lào Cai", "Lào Cai", "Lào Cai")]
    [InlineData("Ban Tổ chức Trung ương", null, null)]
    public void A_ward_that_is_called_like_its_province_is_named_with_it(string name, string? province, string? behind) =>
        Assert.Equal(behind, TileName.Behind(name, province));

    [Fact]
    public void Units_are_found_without_diacritics()
    {
        Assert.Equal(["11", "11.BTC"], _map.Search.Find("dien bien", 10).Select(unit => unit.Code));
        Assert.Equal(["03127"], _map.Search.Find("muong nhe", 10).Select(unit => unit.Code));
        Assert.Equal(["03127"], _map.Search.Find("03127", 10).Select(unit => unit.Code));
        Assert.Empty(_map.Search.Find("uong nhe", 10));
        Assert.Empty(_map.Search.Find(" ", 10));
    }

    [Fact]
    public void Hits_with_the_very_marks_stand_first()
    {
        Assert.Equal(["00008", "00025"], _map.Search.Find("đường", 10).Select(unit => unit.Code));
        Assert.Equal(["00025", "00008"], _map.Search.Find("dương", 10).Select(unit => unit.Code));
    }

    [Fact]
    public void A_unit_that_is_no_more_is_not_found_by_search() => Assert.Empty(_map.Search.Find("mau dong", 10));
}
