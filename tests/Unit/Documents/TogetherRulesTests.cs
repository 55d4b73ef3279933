using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>A document whose body is a draft's log until it is submitted.</summary>
public sealed class TogetherRulesTests
{
    private static readonly DocumentDraft NoBody = Office.Draft() with { Body = "" };

    private static readonly FrozenDraft Frozen = new(41, [1, 2], """{"type":"doc"}""", "Kính gửi");

    private static DocumentRow Row => Office.After((Office.Specialist, new ComposeDocument(Office.SpecialistPost, NoBody, Together: true)));

    [Fact]
    public void It_is_composed_and_revised_without_a_body()
    {
        Assert.True(Row.Together);
        Assert.True(DocumentRules.Decide(Row, new ReviseDocument(NoBody, Row.Position), Office.Scene(Office.Specialist)).IsOk);
        var refused = DocumentRules.Decide(Row, new ReviseDocument(Office.Draft(), Row.Position), Office.Scene(Office.Specialist)).Refusal!;
        Assert.Equal((RefusalCode.FieldInvalid, "body"), (refused.Code, refused.Field));
        refused = DocumentRules.Decide(null, new ComposeDocument(Office.SpecialistPost, Office.Draft(), Together: true), Office.Scene(Office.Specialist)).Refusal!;
        Assert.Equal((RefusalCode.FieldInvalid, "body"), (refused.Code, refused.Field));
        refused = DocumentRules.Decide(null, new ComposeDocument(Office.SpecialistPost, NoBody), Office.Scene(Office.Specialist)).Refusal!;
        Assert.Equal((RefusalCode.FieldMissing, "body"), (refused.Code, refused.Field));
    }

    [Fact]
    public void Submitting_it_writes_the_frozen_text_as_the_next_version_and_closes_the_log()
    {
        var file = new DocumentFileRow { Document = Row.Id, Version = 1, Ordinal = 1, Hash = "ab", Name = "a.pdf", SizeBytes = 1, MediaType = "application/pdf" };
        var decision = Submit(Frozen, file).Value!;

        Assert.Equal((DocumentState.InReview, 2), (decision.Row.State, decision.Row.BodyVersion));
        var body = Assert.Single(decision.Rows.OfType<DocumentBodyRow>());
        Assert.Equal((2, "Kính gửi", Frozen.Content), (body.Version, body.Text, body.Content));
        Assert.Equal(DocumentRules.HashOf(Frozen.Content), body.Hash);
        Assert.Equal(body.Hash, decision.Row.BodyHash);
        Assert.Equal(file with { Version = 2 }, Assert.Single(decision.Rows.OfType<DocumentFileRow>()));
        var closed = Assert.Single(decision.Rows.OfType<DraftEntryRow>());
        Assert.Equal((42L, DraftEntryKind.Close), (closed.Seq, closed.Kind));
        var version = Assert.Single(decision.Rows.OfType<DraftVersionRow>());
        Assert.Equal((2, 41L, Frozen.Content), (version.Version, version.Seq, version.Content));
        Assert.Contains(DocumentRules.Hex(body.Hash), decision.Facts[0].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_frozen_is_not_submitted()
    {
        Assert.Equal(RefusalCode.Unavailable, Submit(RefusalCode.Unavailable).Refusal!.Code);
        Assert.Equal(RefusalCode.FieldMissing, Submit(Frozen with { Text = "" }).Refusal!.Code);
        Assert.Equal(RefusalCode.FieldTooLong, Submit(Frozen with { Text = new string('x', 500_001) }).Refusal!.Code);
    }

    [Fact]
    public void Who_is_barred_freezes_nothing()
    {
        Assert.Null(DocumentRules.Barred(Row, new SubmitDocument(null), Office.Specialist));
        Assert.Equal(RefusalCode.NotInScope, DocumentRules.Barred(Row, new SubmitDocument(null), Office.Stranger));
        Assert.Equal(RefusalCode.NotAllowedNow, DocumentRules.Barred(Row with { State = DocumentState.InReview }, new SubmitDocument(null), Office.Specialist));
    }

    private static Outcome<DocumentDecision> Submit(Outcome<FrozenDraft> frozen, params DocumentFileRow[] files) =>
        DocumentRules.Decide(Row, new SubmitDocument(null), Office.Scene(Office.Specialist) with { Frozen = frozen, Files = [.. files] });
}
