using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

public sealed class LinkRulesTests
{
    private static readonly DocumentId Later = new(Guid.Parse("33333333-3333-4333-8333-333333333333"));

    [Fact]
    public void A_replaced_document_is_linked_in_the_commit_that_moves_both()
    {
        var decision = Decide(new ReplaceDocument(Later), Named("CT")).Value!;
        Assert.Equal(DocumentState.Replaced, decision.Row.State);
        Assert.Equal((Later, 7L, DocumentLinkKind.Replaces), (decision.Link!.Row.By, decision.Link.By.Position, decision.Link.Row.Kind));
        var moved = DocumentItems.Changes(Issued, decision.Row, Office.Unit());
        Assert.All(moved, change => Assert.Equal((InboxChangeKind.Moved, Box.Issued), (change.Kind, change.ToBox)));
    }

    [Fact]
    public void A_corrected_document_stays_in_force()
    {
        var decision = Decide(new CorrectDocument(Later), Named("CV")).Value!;
        Assert.Equal((DocumentState.Issued, DocumentLinkKind.Corrects), (decision.Row.State, decision.Link!.Row.Kind));
    }

    [Theory]
    [InlineData("KL", DocumentState.Issued, 17)]
    [InlineData("CT", DocumentState.Sealed, 17)]
    [InlineData("CT", DocumentState.Recalling, 17)]
    [InlineData("CT", DocumentState.Replaced, 17)]
    [InlineData("CT", DocumentState.Issued, 50)]
    public void Only_a_document_of_equal_form_and_the_same_body_that_is_in_force_replaces(string type, DocumentState state, int unit) =>
        Assert.Equal(
            RefusalCode.FieldInvalid,
            Decide(new ReplaceDocument(Later), Named(type) with { State = state, Unit = new UnitId(unit) }).Refusal!.Code);

    [Fact]
    public void A_missing_document_and_the_document_itself_are_refused_as_a_foreign_one_is()
    {
        Assert.Equal(RefusalCode.FieldInvalid, Decide(new ReplaceDocument(Later), null).Refusal!.Code);
        Assert.Equal(RefusalCode.FieldInvalid, Decide(new ReplaceDocument(Issued.Id), Issued).Refusal!.Code);
    }

    [Fact]
    public void Only_an_official_letter_corrects() =>
        Assert.Equal(RefusalCode.FieldInvalid, Decide(new CorrectDocument(Later), Named("CT")).Refusal!.Code);

    [Fact]
    public void Only_a_clerk_of_the_body_links()
    {
        Assert.Equal(RefusalCode.NotYourRole, Decide(new ReplaceDocument(Later), Named("CT"), Office.Leader).Refusal!.Code);
        Assert.Equal(RefusalCode.NotInScope, Decide(new CorrectDocument(Later), Named("CV"), Office.Stranger).Refusal!.Code);
    }

    private static Outcome<DocumentDecision> Decide(DocumentRequest request, DocumentRow? named, Actor? by = null) =>
        DocumentRules.Decide(Issued, request, Office.Scene(by ?? Office.Clerk) with { Named = named });

    private static DocumentRow Issued { get; } = new()
    {
        Id = new DocumentId(Guid.Parse("11111111-1111-4111-8111-111111111111")),
        Position = 12,
        Unit = Office.UnitId,
        Author = Office.Specialist.Official,
        AuthorSeat = Office.SpecialistPost,
        Reviewer = Office.LeaderPost,
        State = DocumentState.Issued,
        Type = "CT",
        Abstract = "Chỉ thị",
        BodyVersion = 1,
        CreatedAt = Office.Now,
    };

    private static DocumentRow Named(string type) => Issued with { Id = Later, Type = type, Position = 7 };
}
