using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

public sealed class RecallRulesTests
{
    private static readonly RecallDocument Recall = new("Sai căn cứ ban hành");

    [Fact]
    public void A_recalled_document_waits_for_its_recipients()
    {
        var decision = DocumentRules.Decide(In(DocumentState.Issued), Recall, Office.Scene(Office.Clerk)).Value!;
        Assert.True(decision.AsksRecall);
        Assert.Equal((DocumentState.Recalling, "Sai căn cứ ban hành"), (decision.Row.State, decision.Row.RecallReason));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(decision.Row, Office.Clerk));
    }

    [Fact]
    public void Every_act_that_goes_on_after_the_issue_moves_the_item_that_its_people_have_open()
    {
        var before = In(DocumentState.Issued);
        var after = DocumentRules.Decide(before, Recall, Office.Scene(Office.Clerk)).Value!.Row;
        var changes = DocumentItems.Changes(before, after, Office.Unit());
        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.Equal(
            (InboxChangeKind.Moved, Box.Issued, Box.Issued), (change.Kind, change.FromBox, change.ToBox)));
    }

    [Theory]
    [InlineData(DocumentState.Sealed)]
    [InlineData(DocumentState.Recalling)]
    [InlineData(DocumentState.Recalled)]
    [InlineData(DocumentState.Replaced)]
    public void Only_an_issued_document_is_recalled(DocumentState state) =>
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(In(state), Office.Clerk));

    [Fact]
    public void Only_a_clerk_of_the_issuing_body_recalls()
    {
        Assert.Equal(RefusalCode.NotYourRole, Refused(In(DocumentState.Issued), Office.Leader));
        Assert.Equal(RefusalCode.NotInScope, Refused(In(DocumentState.Issued), Office.Stranger));
    }

    [Fact]
    public void A_recall_needs_its_reason() =>
        Assert.Equal(
            RefusalCode.FieldMissing,
            DocumentRules.Decide(In(DocumentState.Issued), new RecallDocument(""), Office.Scene(Office.Clerk)).Refusal!.Code);

    [Fact]
    public void The_last_answer_ends_it_one_position_later()
    {
        var before = In(DocumentState.Recalling);
        var (after, _) = RecallRules.End(before, 2, 1, Office.Now);
        Assert.Equal((DocumentState.Recalled, before.Position + 1, Office.Now), (after.State, after.Position, after.RecalledAt));
    }

    private static RefusalCode Refused(DocumentRow row, Actor actor) =>
        DocumentRules.Decide(row, Recall, Office.Scene(actor)).Refusal!.Code;

    private static DocumentRow In(DocumentState state) => new()
    {
        Id = new DocumentId(Guid.Parse("11111111-1111-4111-8111-111111111111")),
        Position = 12,
        Unit = Office.UnitId,
        Author = Office.Specialist.Official,
        AuthorSeat = Office.SpecialistPost,
        Reviewer = Office.LeaderPost,
        State = state,
        Type = "CT",
        Abstract = "Chỉ thị",
        BodyVersion = 1,
        Units = 3,
        IssuedAt = Office.Now,
        CreatedAt = Office.Now,
    };
}
