using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

public sealed class NumberingRulesTests
{
    private static readonly DateOnly Today = OfficeDay.Of(Office.Now);

    [Theory]
    [InlineData(NumberingProfile.Party, "CT", "out:17:CT:open", "2025-2030", "-CT/UBND")]
    [InlineData(NumberingProfile.Party, "CV", "out:17:CV:open", "2025-2030", "-CV/UBND")]
    [InlineData(NumberingProfile.State, "QĐ", "out:17:all:open", null, "/QĐ-UBND")]
    [InlineData(NumberingProfile.State, "BC", "out:17:all:open", null, "/BC-UBND")]
    [InlineData(NumberingProfile.State, "CV", "out:17:all:open", null, "/UBND")]
    [InlineData(NumberingProfile.StateByType, "QĐ", "out:17:QĐ:open", null, "/QĐ-UBND")]
    public void A_profile_names_the_series_the_period_and_the_form_of_the_symbol(
        NumberingProfile profile, string type, string series, string? term, string suffix) =>
        Assert.Equal(
            new OutgoingSeries(series, term, suffix),
            NumberingRules.Outgoing(Office.Unit() with { Organ = "UBND", Profile = profile }, type, Secrecy.Normal, Today));

    [Fact]
    public void Classified_documents_have_series_of_their_own() => Assert.Equal(
        "out:17:all:classified",
        NumberingRules.Outgoing(Office.Unit() with { Profile = NumberingProfile.State }, "QĐ", Secrecy.Confidential, Today).Series);

    [Fact]
    public void Every_profile_has_a_row_for_every_day_and_no_two_begin_on_one()
    {
        foreach (var profile in Enum.GetValues<NumberingProfile>())
        {
            var rows = NumberingTable.Rows.Where(row => row.Profile == profile).ToList();
            Assert.Equal(rows.Count, rows.DistinctBy(row => row.ValidFrom).Count());
            Assert.Equal(rows[0], NumberingRules.InForce(profile, DateOnly.MinValue));
            Assert.Equal(rows[^1], NumberingRules.InForce(profile, DateOnly.MaxValue));
            Assert.All(rows, row => Assert.Equal(row, NumberingRules.InForce(profile, row.ValidFrom)));
        }
    }

    [Fact]
    public void A_state_body_takes_its_number_from_the_one_series_of_the_year()
    {
        var row = Office.After(
            (Office.Clerk, new ComposeDocument(Office.Desk, Office.Draft())),
            (Office.Clerk, new SubmitDocument(null)),
            (Office.Leader, new ClearDocument()),
            (Office.Leader, new SignDocument(SignCapacity.InPerson)));
        var scene = Office.Scene(Office.Clerk) with { Unit = Office.Unit() with { Profile = NumberingProfile.State } };
        var take = DocumentRules.Decide(row, new AssignNumber(), scene).Value!.Take!;
        Assert.Equal(("out:17:all:open", null, "/CT-TW"), (take.Series, take.Term, take.SymbolSuffix));
    }
}
