using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using Xunit;

namespace PartyRealtime.UnitTests.Organisation;

public sealed class RecipientSelectorsTests
{
    private readonly OrganisationMap _map = SmallTree.Map();

    [Theory]
    [InlineData("everyone", "TW TW.BTC 11 11.BTC 03127 01 00004 00008 00025")]
    [InlineData("communes", "03127 00004 00008 00025")]
    [InlineData("communes:11", "03127")]
    [InlineData("provinces", "11 01")]
    [InlineData("central", "TW.BTC")]
    [InlineData("bodies", "11.BTC")]
    [InlineData("bodies:11", "11.BTC")]
    [InlineData("unit:tw", "TW")]
    public void A_selector_names_the_receiving_units_in_tree_order(string selector, string codes) =>
        Assert.Equal(codes, Codes([selector]));

    [Fact]
    public void Exceptions_are_taken_away_and_doubles_count_once() =>
        Assert.Equal("03127 00008 00025", Codes(["communes", "communes:11", "unit:00004"], ["unit:00004"]));

    [Theory]
    [InlineData("everyone", "01", "TW TW.BTC 11 11.BTC 03127 00004 00008 00025")]
    [InlineData("provinces", "01", "11")]
    [InlineData("communes", "00008", "03127 00004 00025")]
    public void The_issuer_receives_nothing_of_its_own_and_the_preview_and_the_tree_agree(string selector, string issuer, string codes)
    {
        var own = _map.Unit(issuer)!;
        Assert.Equal(codes, string.Join(' ', RecipientSelectors.Resolve(_map, [selector], [], own.Id).Value!.Units.Select(unit => unit.Code)));
        var preview = RecipientPreview.Of(RecipientSelectors.Select(_map, [selector], [], own.Id));
        var row = _map.Recipients.Children(null, own.Id)!.Single(row => row.Selector == selector);
        Assert.Equal((preview.Units, preview.People), (row.Units, row.People));
        Assert.Equal(codes.Split(' ').Length, preview.Units);
        Assert.Equal(
            RefusalCode.UnitDoesNotReceive, RecipientSelectors.Resolve(_map, [RecipientSelectors.OfUnit(own)], [], own.Id).Refusal!.Code);
        Assert.False(_map.Recipients.Search(issuer, 10, own.Id).Single(found => found.Selector == RecipientSelectors.OfUnit(own)).Receives);
    }

    [Fact]
    public void People_with_seats_in_several_units_are_counted_once()
    {
        var both = Set(["unit:03127", "unit:11"]);
        Assert.Equal(4, both.People);
        Assert.Equal(3, both.NotifiedNow);
        Assert.Equal(1, Set(["unit:11"]).People);
    }

    [Fact]
    public void Somebody_notified_in_two_units_is_notified_once()
    {
        var map = SmallTree.Map(SmallTree.Held(6, 10, SeatRole.Leader), SmallTree.Held(6, 11, SeatRole.Clerk), SmallTree.Held(6, 12, SeatRole.Specialist));
        var set = RecipientSelectors.Resolve(map, ["communes:01"], []).Value!;
        Assert.Equal((2, 2), (set.People, set.NotifiedNow));
    }

    [Theory]
    [InlineData("unit:99", RefusalCode.UnknownUnit)]
    [InlineData("communes:99", RefusalCode.UnknownUnit)]
    [InlineData("central:11", RefusalCode.UnknownUnit)]
    [InlineData("nobody", RefusalCode.UnknownUnit)]
    [InlineData("unit:TW.HD", RefusalCode.UnitDoesNotReceive)]
    [InlineData("unit:90001", RefusalCode.UnitDoesNotReceive)]
    [InlineData("unit:03127.VP", RefusalCode.UnitDoesNotReceive)]
    public void What_cannot_receive_is_refused_by_name(string selector, RefusalCode code)
    {
        var refusal = RecipientSelectors.Resolve(_map, ["communes", selector], []).Refusal!;
        Assert.Equal(code, refusal.Code);
        Assert.Equal(selector, refusal.Params!["selector"]);
        var preview = RecipientPreview.Of(RecipientSelectors.Select(_map, ["communes", selector], []));
        Assert.Equal(4, preview.Units);
        Assert.Equal([new RefusedSelector(selector, code)], preview.Refused);
    }

    [Fact]
    public void An_empty_set_is_refused()
    {
        Assert.Equal(RefusalCode.NoRecipients, RecipientSelectors.Resolve(_map, [], []).Refusal!.Code);
        Assert.Equal(RefusalCode.NoRecipients, RecipientSelectors.Resolve(_map, ["central"], ["everyone"]).Refusal!.Code);
    }

    [Fact]
    public void Too_many_selectors_are_refused_before_they_are_read() => Assert.Equal(
        RefusalCode.TooManyRecipients,
        RecipientSelectors.Resolve(_map, [.. Enumerable.Repeat("communes", RecipientSelectors.SelectorsMax + 1)], []).Refusal!.Code);

    [Fact]
    public void The_tree_opens_from_groups_to_provinces_to_units()
    {
        Assert.Equal(
            ["everyone", "communes", "provinces", "bodies", "central"],
            _map.Recipients.Children(null)!.Select(row => row.Selector));
        Assert.Equal(["communes:11", "communes:01"], _map.Recipients.Children("communes")!.Select(row => row.Selector));
        Assert.Equal(["unit:03127"], _map.Recipients.Children("communes:11")!.Select(row => row.Selector));
        Assert.Null(_map.Recipients.Children("unit:03127"));
    }

    [Fact]
    public void A_line_says_what_choosing_it_sends_and_how_many_do_not_receive()
    {
        var central = _map.Recipients.Children(null)!.Single(row => row.Selector == "central");
        Assert.Equal((1, 1), (central.Units, central.NotReceiving));
        var units = _map.Recipients.Children("central")!;
        Assert.Equal([true, false], units.Select(row => row.Receives));
        foreach (var row in _map.Recipients.Children(null)!)
            Assert.Equal(row.Units, RecipientSelectors.Select(_map, [row.Selector], []).Set.Units.Length);
    }

    [Fact]
    public void Searching_a_province_offers_its_communes_as_a_group() =>
        Assert.Equal(["communes:11", "unit:11", "unit:11.BTC"], _map.Recipients.Search("Điện biên", 10).Select(row => row.Selector));

    private RecipientSet Set(string[] recipients, string[]? except = null) =>
        RecipientSelectors.Resolve(_map, recipients, except ?? []).Value!;

    private string Codes(string[] recipients, string[]? except = null) =>
        string.Join(' ', Set(recipients, except).Units.Select(unit => unit.Code));
}
