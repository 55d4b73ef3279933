using System.Text;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation.Importing;
using Xunit;

namespace PartyRealtime.UnitTests.Organisation.Importing;

public sealed class ImportTests
{
    private const string Units = "code,parent_code,kind,name\n";
    private const string Officials = "sign_in,name,unit_code,role\n";

    private const string Acting = "sign_in,name,unit_code,role,valid_from,valid_to,acting_for\n";

    private static readonly ImportScene Empty = new(
        new Dictionary<string, ExistingUnit>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, ExistingOfficial>(), new ImportBase(0, 0, 0), new DateOnly(2026, 11, 23));

    private static readonly ImportScene Seeded = new(
        new Dictionary<string, ExistingUnit>(StringComparer.OrdinalIgnoreCase)
        {
            ["TW"] = new(new UnitId(1), "TW", UnitKind.Centre, "TW", new SeatId(1)),
            ["11"] = new(new UnitId(2), "11", UnitKind.Province, "11", new SeatId(2)),
        },
        new Dictionary<string, ExistingOfficial>
        {
            ["clerk.tw"] = new(new OfficialId(1), [new(new SeatId(1), SeatRole.Clerk, "TW", new DateOnly(2025, 7, 1), new DateOnly(2027, 1, 1))]),
        },
        new ImportBase(2, 1, 3),
        new DateOnly(2026, 11, 23));

    [Fact]
    public void Units_are_numbered_behind_the_store_parents_first_and_get_their_province_as_tile()
    {
        var (units, faults) = UnitImport.Read(Units + "X.1,X,subUnit,Phòng Một\nX,11,commune,Xã Mới\n", Seeded);
        Assert.Empty(faults);
        Assert.Equal(["X", "X.1"], units.Select(unit => unit.Code));
        Assert.Equal([3, 4], units.Select(unit => unit.Id.Value));
        Assert.All(units, unit => Assert.Equal("11", unit.Tile));
        Assert.Equal((true, true), (units[0].Registers, units[0].Receives));
        Assert.Equal((false, false), (units[1].Registers, units[1].Receives));
    }

    [Fact]
    public void A_whole_tree_can_be_brought_into_an_empty_store_in_any_order_and_form()
    {
        var text = ("\uFEFF" + Units + "\"01\",T,province,\"Thành ủy, thử\"\r\nT,,centre,Trung ương\r\n").Normalize(NormalizationForm.FormD);
        var (units, faults) = UnitImport.Read(text, Empty);
        Assert.Empty(faults);
        Assert.Equal(["T", "01"], units.Select(unit => unit.Code));
        Assert.Equal("Thành ủy, thử", units[1].Name);
        Assert.Equal("01", units[1].Tile);
    }

    [Theory]
    [InlineData("X,99,commune,Xã\n", 2, "parent_code 99 is unknown")]
    [InlineData("A,11,commune,Xã\nA,11,commune,Xã\n", 3, "code A stands on line 2 already")]
    [InlineData("a,11,commune,Xã\nA,11,commune,Xã\n", 3, "code A stands on line 2 already")]
    [InlineData("11,TW,province,Tỉnh\n", 2, "code 11 is in the store already")]
    [InlineData("A,B,commune,Xã\nB,A,commune,Xã\n", 2, "parent_code B leads into a cycle or to a faulty line")]
    [InlineData("A,A,commune,Xã\n", 2, "parent_code A leads into a cycle or to a faulty line")]
    [InlineData("A,,commune,Xã\n", 2, "parent_code is empty; only the centre has none")]
    [InlineData("A,,centre,Hai\n", 2, "there is a centre already")]
    [InlineData("A,11,village,Xã\n", 2, "kind village is not one of Centre, CentralBody, Province, ProvincialBody, Commune, SubUnit")]
    [InlineData("A,11,commune,\n", 2, "name is empty")]
    [InlineData("A,11,commune\n", 2, "3 fields where the header has 4")]
    [InlineData("\"A,11,commune,Xã\n", 2, "a quoted field is not closed")]
    public void A_faulty_line_is_named_by_its_number(string lines, int line, string what)
    {
        var (_, faults) = UnitImport.Read(Units + lines, Seeded);
        Assert.Contains(new ImportFault("units", line, what), faults);
    }

    [Theory]
    [InlineData("code,parent_code,kind\n", "column name is missing")]
    [InlineData("code,parent_code,kind,name,colour\n", "column colour is not known")]
    [InlineData("code,parent_code,kind,name,name\n", "column name stands twice")]
    [InlineData("", "the file is empty")]
    public void A_faulty_header_is_line_1(string text, string what)
    {
        var fault = Assert.Single(UnitImport.Read(text, Seeded).Faults);
        Assert.Equal(1, fault.Line);
        Assert.StartsWith(what, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_longer_than_the_limit_is_a_fault_and_one_of_120_characters_is_not()
    {
        Assert.Empty(UnitImport.Read($"{Units}A,11,commune,{new string('Ế', 120)}\n", Seeded).Faults);
        Assert.Single(UnitImport.Read($"{Units}A,11,commune,{new string('Ế', 301)}\n", Seeded).Faults);
    }

    [Fact]
    public void A_merged_unit_names_its_successor_and_its_last_day()
    {
        var (units, faults) = UnitImport.Read(
            "code,parent_code,kind,name,receives,valid_from,valid_to,successor_code\nA,11,commune,Xã,0,2020-01-01,2026-01-01,B\nB,11,commune,Xã,,,,\n", Seeded);
        Assert.Empty(faults);
        Assert.Equal(units[1].Id, units[0].Successor);
        Assert.Equal(new DateOnly(2026, 1, 1), units[0].ValidTo);
        Assert.Contains(
            "valid_to is not after valid_from",
            UnitImport.Read("code,parent_code,kind,name,valid_from,valid_to\nA,11,commune,Xã,2026-01-01,2026-01-01\n", Seeded).Faults.Select(fault => fault.What));
    }

    /// <summary>A successor reads what the unit has left: there is no such time without an end.</summary>
    [Fact]
    public void A_successor_of_a_unit_without_an_end_is_a_fault() => Assert.Equal(
        [new ImportFault("units", 3, "successor_code is given without valid_to")],
        UnitImport.Read("code,parent_code,kind,name,valid_to,successor_code\nB,11,commune,Xã,,\nA,11,commune,Xã,,B\n", Seeded).Faults);

    [Fact]
    public void A_body_may_number_by_the_states_rules()
    {
        var (units, faults) = UnitImport.Read("code,parent_code,kind,name,organ,profile\nA,11,provincialBody,Ủy ban,UBND,state\nB,11,commune,Xã,ĐU,\n", Seeded);
        Assert.Empty(faults);
        Assert.Equal([NumberingProfile.State, NumberingProfile.Party], units.Select(unit => unit.Profile));
        Assert.Contains(
            new ImportFault("units", 2, "profile royal is not one of Party, State, StateByType"),
            UnitImport.Read("code,parent_code,kind,name,profile\nA,11,commune,Xã,royal\n", Seeded).Faults);
    }

    [Fact]
    public void Clerks_share_the_desk_and_others_get_a_post_of_their_own()
    {
        var rows = Rows("a.mot,An Một,11,clerk\nb.hai,Bình Hai,11,leader\nb.hai,Bình Hai,TW,specialist\n");
        var officials = rows.OfType<OfficialRow>().ToList();
        Assert.Equal(["a.mot", "b.hai"], officials.Select(official => official.SignIn));
        Assert.All(officials, official => Assert.False(official.Demo));
        var held = rows.OfType<SeatHolderRow>().ToLookup(row => row.Official, row => row.Seat.Value);
        Assert.Contains(2, held[officials[0].Id]);
        Assert.Equal(3, held[officials[1].Id].Count());
        Assert.Equal(2, rows.OfType<SeatRow>().Count(seat => seat.Kind == SeatKind.Person));
    }

    [Theory]
    [InlineData("x,Tên,99,clerk\n", "unit_code 99 is unknown")]
    [InlineData("clerk.TW,Tên,11,clerk\n", "sign_in clerk.tw is in the store already")]
    [InlineData("đức,Tên,11,clerk\n", "sign_in đức may hold letters a-z, digits, '.', '-' and '_' only")]
    [InlineData("x,Tên,11,operator\n", "role Operator cannot be imported")]
    [InlineData("x,,11,clerk\n", "name is empty")]
    public void A_faulty_official_is_named_by_the_line(string lines, string what) =>
        Assert.Contains(new ImportFault("officials", 2, what), OfficialImport.Read(Officials + lines, [], Seeded).Faults);

    [Fact]
    public void One_sign_in_name_is_one_person() => Assert.Contains(
        new ImportFault("officials", 3, "sign_in x has another name or clearance on an earlier line"),
        OfficialImport.Read(Officials + "x,Một,11,clerk\nx,Hai,TW,clerk\n", [], Seeded).Faults);

    [Fact]
    public void Who_acts_for_somebody_holds_that_ones_seat_for_the_time_and_no_seat_is_made()
    {
        var (groups, people, faults) = OfficialImport.Read(
            Acting + "an,An,11,leader,2026-01-01,,\nbinh,Bình,11,leader,2026-12-01,2027-02-01,an\nclerk.tw,Chi,11,leader,2026-12-01,2026-12-24,an\n", [], Seeded);
        Assert.Empty(faults);
        Assert.Equal(2, people);
        var rows = groups.SelectMany(group => group).ToList();
        var post = Assert.Single(rows.OfType<SeatRow>(), seat => seat.Kind == SeatKind.Post).Id;
        Assert.Equal(
            [(2, (DateOnly?)null), (3, new DateOnly(2027, 2, 1)), (1, new DateOnly(2026, 12, 24))],
            rows.OfType<SeatHolderRow>().Where(held => held.Seat == post).Select(held => (held.Official.Value, held.ValidTo)));
    }

    [Theory]
    [InlineData("x,X,TW,clerk,2026-12-01,,clerk.tw\n", "valid_to is empty; who acts for somebody does so for a time")]
    [InlineData("x,X,TW,clerk,2026-12-01,2026-12-02,nobody\n", "acting_for nobody is neither in the store nor on an earlier line")]
    [InlineData("x,X,TW,leader,2026-12-01,2026-12-02,clerk.tw\n", "acting_for clerk.tw is no Leader of TW from 2026-12-01 on")]
    [InlineData("x,X,11,clerk,2026-12-01,2026-12-02,clerk.tw\n", "acting_for clerk.tw is no Clerk of 11 from 2026-12-01 on")]
    [InlineData("x,X,TW,clerk,2026-12-01,2027-02-01,clerk.tw\n", "acting_for clerk.tw holds the seat until 2027-01-01 only")]
    [InlineData("x,X,TW,clerk,2026-12-02,2026-12-01,clerk.tw\n", "valid_to is not after valid_from")]
    [InlineData("clerk.tw,X,TW,clerk,2026-12-01,2026-12-02,clerk.tw\n", "acting_for clerk.tw is the person of the line")]
    public void A_faulty_acting_is_named_by_the_line(string lines, string what) =>
        Assert.Contains(new ImportFault("officials", 2, what), OfficialImport.Read(Acting + lines, [], Seeded).Faults);

    private static List<IRow> Rows(string lines)
    {
        var (groups, _, faults) = OfficialImport.Read(Officials + lines, [], Seeded);
        Assert.Empty(faults);
        return [.. groups.SelectMany(group => group)];
    }
}
