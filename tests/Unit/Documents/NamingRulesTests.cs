using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>Who keeps a draft under a name, and what is kept.</summary>
public sealed class NamingRulesTests
{
    private static readonly FrozenDraft Present = new(41, [1, 2], """{"type":"doc"}""", "Kính gửi");

    private static readonly DocumentRow Row = Office.After(
        (Office.Specialist, new ComposeDocument(Office.SpecialistPost, Office.Draft() with { Body = "" }, Together: true)));

    [Fact]
    public void A_named_version_holds_the_draft_and_leaves_the_document_as_it_is()
    {
        var decision = Name(Office.Specialist, "Bản góp ý").Value!;

        Assert.Equal(Row, decision.Row);
        var mark = Assert.IsType<DraftMarkRow>(Assert.Single(decision.Rows));
        Assert.Equal((Row.Position + 1, 41L, "Bản góp ý", Present.Content), (mark.Position, mark.Seq, mark.Name, mark.Content));
        Assert.Equal(Present.State, mark.State);
        var fact = Assert.Single(decision.Facts);
        Assert.Equal("document.version-named", fact.Kind);
        Assert.Contains(DocumentRules.Hex(DocumentRules.HashOf(Present.Content)), fact.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DraftRight.Write, null)]
    [InlineData(DraftRight.Suggest, RefusalCode.NotYourRole)]
    [InlineData(DraftRight.Read, RefusalCode.NotYourRole)]
    [InlineData(null, RefusalCode.NotInScope)]
    public void It_is_for_those_who_write(DraftRight? right, RefusalCode? refusal) =>
        Assert.Equal(refusal, Name(Office.Stranger, "Bản góp ý", invited: right).Refusal?.Code);

    [Fact]
    public void What_cannot_be_named_is_refused()
    {
        Assert.Equal(RefusalCode.NotYourRole, Name(Office.Leader, "x", Row with { Reviewer = Office.LeaderPost }).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowedNow, Name(Office.Specialist, "x", Row with { State = DocumentState.InReview }).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowedNow, Name(Office.Specialist, "x", Row with { Together = false }).Refusal?.Code);
        Assert.Equal(RefusalCode.NotInScope, Name(Office.Specialist, "x", Row with { Secrecy = Secrecy.Secret }).Refusal?.Code);
        Assert.Equal(RefusalCode.FieldMissing, Name(Office.Specialist, " ").Refusal?.Code);
        Assert.Equal(RefusalCode.FieldTooLong, Name(Office.Specialist, new string('x', NamingRules.NameCharsMax + 1)).Refusal?.Code);
        Assert.Equal(RefusalCode.TooManyVersions, Name(Office.Specialist, "x", named: NamingRules.NamedMax).Refusal?.Code);
        Assert.Equal("body", Name(Office.Specialist, "x", present: Present with { Text = "" }).Refusal?.Field);
        Assert.Equal(RefusalCode.Unavailable, Name(Office.Specialist, "x", present: RefusalCode.Unavailable).Refusal?.Code);
    }

    [Theory]
    [InlineData("2", false, 2)]
    [InlineData("n14", true, 14)]
    public void A_version_is_known_by_its_key(string text, bool isNamed, long number)
    {
        Assert.Equal(new VersionKey(isNamed, number), VersionKey.Parse(text));
        Assert.Equal(text, new VersionKey(isNamed, number).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("-1")]
    [InlineData("nn1")]
    [InlineData("99999999999999999999")]
    public void What_is_no_key_is_none(string text) => Assert.Null(VersionKey.Parse(text));

    private static Outcome<DocumentDecision> Name(
        Actor actor, string name, DocumentRow? row = null, DraftRight? invited = null, Outcome<FrozenDraft>? present = null, int named = 0)
    {
        ImmutableArray<DraftParticipantRow> participants = invited is { } right
            ? [new DraftParticipantRow { Document = Row.Id, Seat = actor.Seats[0].Seat, Right = right, Since = 1, By = Office.Specialist.Official, At = Office.Now }]
            : [];
        return DocumentRules.Decide(
            row ?? Row, new NameVersion(name), Office.Scene(actor) with { Participants = participants, Present = present ?? Present, NamedVersions = named });
    }
}
