using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Documents.Office;

namespace PartyRealtime.UnitTests.Documents;

public sealed class DocumentRulesTests
{
    private static readonly ComposeDocument Compose = new(Desk, Draft());

    private static readonly (Actor, DocumentRequest)[] ToSealed =
    [
        (Clerk, Compose), (Clerk, new SubmitDocument(null)), (Leader, new ClearDocument()),
        (Leader, new SignDocument(SignCapacity.InPerson)), (Clerk, new AssignNumber()), (Clerk, new SealDocument()),
    ];

    [Theory]
    [InlineData(1, DocumentState.Drafting)]
    [InlineData(2, DocumentState.InReview)]
    [InlineData(3, DocumentState.AwaitingSignature)]
    [InlineData(4, DocumentState.Signed)]
    [InlineData(5, DocumentState.Numbered)]
    [InlineData(6, DocumentState.Sealed)]
    public void The_workflow_goes_forward_one_state_an_act(int acts, DocumentState state) =>
        Assert.Equal(state, After(ToSealed.AsSpan(0, acts)).State);

    [Fact]
    public void A_seal_before_the_signature_is_refused()
    {
        var row = After(ToSealed.AsSpan(0, 3));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(row, new SealDocument(), Clerk));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(row, new AssignNumber(), Clerk));
    }

    [Fact]
    public void Only_the_clerk_numbers_and_only_the_reviewer_signs()
    {
        Assert.Equal(RefusalCode.NotYourRole, Refused(After(ToSealed.AsSpan(0, 4)), new AssignNumber(), Leader));
        Assert.Equal(RefusalCode.NotYourRole, Refused(After(ToSealed.AsSpan(0, 3)), new SignDocument(SignCapacity.InPerson), Clerk));
    }

    [Fact]
    public void A_stranger_is_told_the_same_as_for_a_missing_document()
    {
        Assert.Equal(RefusalCode.NotInScope, Refused(After(ToSealed), new VoidNumber("x", true), Stranger));
        Assert.Equal(RefusalCode.NotInScope, DocumentRules.Decide(null, new SealDocument(), Scene(Stranger)).Refusal!.Code);
    }

    [Fact]
    public void The_clerk_of_the_body_does_not_see_a_draft_that_its_author_has_not_submitted()
    {
        var row = After((Specialist, new ComposeDocument(SpecialistPost, Draft())));
        Assert.Equal(RefusalCode.NotInScope, Refused(row, new CommentDocument("x"), Clerk));
    }

    [Fact]
    public void A_specialists_draft_needs_the_leaders_and_the_clerks_clearance()
    {
        var row = After((Specialist, new ComposeDocument(SpecialistPost, Draft())), (Specialist, new SubmitDocument(null)));
        var content = DocumentRules.Decide(row, new ClearDocument(), Scene(Leader)).Value!.Row;
        Assert.Equal(DocumentState.InReview, content.State);
        var both = DocumentRules.Decide(content, new ClearDocument(), Scene(Clerk)).Value!.Row;
        Assert.Equal(DocumentState.AwaitingSignature, both.State);
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(content, new ClearDocument(), Leader));
    }

    [Fact]
    public void A_commune_may_not_issue_a_directive_and_the_refusal_names_the_row()
    {
        var refusal = DocumentRules.Decide(null, Compose, Scene(Clerk, UnitKind.Commune)).Refusal!;
        Assert.Equal(RefusalCode.TypeNotAllowed, refusal.Code);
        Assert.Equal("14", refusal.Params!["row"]);
    }

    [Fact]
    public void A_revision_on_an_old_position_is_refused()
    {
        var row = After(ToSealed.AsSpan(0, 1));
        Assert.Equal(RefusalCode.ChangedMeanwhile, Refused(row, new ReviseDocument(Draft(), row.Position - 1), Clerk));
        Assert.True(DocumentRules.Decide(row, new ReviseDocument(Draft(), row.Position), Scene(Clerk)).IsOk);
    }

    [Theory]
    [InlineData("", "body", RefusalCode.FieldMissing)]
    [InlineData("a\0b", "body", RefusalCode.FieldInvalid)]
    public void A_body_that_is_no_text_is_refused_by_name(string body, string field, RefusalCode code)
    {
        var refusal = DocumentRules.Decide(null, new ComposeDocument(Desk, Draft() with { Body = body }), Scene(Clerk)).Refusal!;
        Assert.Equal((field, code), (refusal.Field, refusal.Code));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        A_body_that_is_no_text_is_refused_by_name("a" + (char)0xD800 + "b", "body", RefusalCode.FieldInvalid);

    [Fact]
    public void A_body_of_ten_megabytes_is_refused_with_the_limit()
    {
        var long10 = new string('x', 10 * 1024 * 1024);
        var refusal = DocumentRules.Decide(null, new ComposeDocument(Desk, Draft() with { Body = long10 }), Scene(Clerk)).Refusal!;
        Assert.Equal((RefusalCode.FieldTooLong, "500000"), (refusal.Code, refusal.Params!["max"]));
    }

    [Fact]
    public void Voiding_marks_the_number_and_begins_a_new_round()
    {
        var row = After(ToSealed);
        var stays = DocumentRules.Decide(row, new VoidNumber("Sai ngày", BodyStays: true), Scene(Clerk)).Value!;
        Assert.Equal(DocumentState.AwaitingSignature, stays.Row.State);
        Assert.Null(stays.Row.Number);
        Assert.Equal((5, "Sai ngày"), (((RegisterVoid)stays.Rows[0]).Number, ((RegisterVoid)stays.Rows[0]).Reason));
        var changes = DocumentRules.Decide(row, new VoidNumber("Sai nội dung", BodyStays: false), Scene(Clerk)).Value!;
        Assert.Equal(DocumentState.Drafting, changes.Row.State);
        Assert.False(changes.Row.ContentCleared);
    }

    [Fact]
    public void What_was_counted_at_a_number_goes_with_the_number()
    {
        var signed = After(ToSealed.AsSpan(0, 4));
        var numbered = DocumentRules.Decide(signed, new AssignNumber(12, 40), Scene(Clerk)).Value!.Row;
        Assert.Equal((12, 40), (numbered.Pages, numbered.Copies));
        Assert.Equal("pages", DocumentRules.Decide(signed, new AssignNumber(0), Scene(Clerk)).Refusal!.Field);
        var voided = DocumentRules.Decide(After(ToSealed) with { Pages = 12, Copies = 40 }, new VoidNumber("Sai", BodyStays: true), Scene(Clerk)).Value!.Row;
        Assert.Equal((null, null), (voided.Pages, voided.Copies));
    }

    [Fact]
    public void Issuing_needs_the_confirmed_number_of_units()
    {
        var scene = Scene(Clerk) with { Recipients = new RecipientSet([Unit(), Unit() with { Id = new UnitId(18) }], 24, 4) };
        var row = After(ToSealed);
        var wrong = DocumentRules.Decide(row, new IssueDocument(["everyone"], [], 3), scene).Refusal!;
        Assert.Equal((RefusalCode.RecipientCountDiffers, "2"), (wrong.Code, wrong.Params!["units"]));
        var issued = DocumentRules.Decide(row, new IssueDocument(["everyone"], [], 2), scene).Value!;
        Assert.Equal((DocumentState.Issued, 2, 24), (issued.Row.State, issued.Row.Units, issued.Row.People));

        // The deadline is the recipients': with the issuing body nothing is late.
        var due = new DateOnly(2026, 12, 1);
        var items = DocumentItems.Changes(row with { DueOn = due }, issued.Row with { DueOn = due }, Unit());
        Assert.All(items.Where(change => change.ToBox == Box.Issued), change => Assert.Null(change.Content.DueOn));
        Assert.Contains(items, change => change.ToBox == Box.Issued);
    }

    [Fact]
    public void Each_act_moves_the_item_from_the_seat_that_did_it_to_the_seat_that_is_next()
    {
        var reviewed = After(ToSealed.AsSpan(0, 2));
        var cleared = After(ToSealed.AsSpan(0, 3));
        var changes = DocumentItems.Changes(reviewed, cleared, Unit());
        Assert.Contains(changes, c => c.Key is { Reason: Reason.Review } && c.ToBox == Box.Closed && c.Key.Seat == LeaderPost);
        Assert.Contains(changes, c => c.Kind == InboxChangeKind.Arrived && c.ToBox == Box.ToSign && c.Key.Seat == LeaderPost);
    }

    [Fact]
    public void No_item_key_ever_arrives_twice_over_rounds()
    {
        var acts = new List<(Actor By, DocumentRequest Request)>
        {
            (Clerk, Compose), (Clerk, new SubmitDocument(null)), (Leader, new ReturnDraft("Sửa lại")),
            (Clerk, new SubmitDocument(null)), (Leader, new ClearDocument()), (Leader, new RefuseSignature("Chưa được")),
            (Clerk, new SubmitDocument(null)), (Leader, new ClearDocument()), (Leader, new SignDocument(SignCapacity.InPerson)),
            (Clerk, new AssignNumber()), (Clerk, new VoidNumber("Sai", true)), (Leader, new SignDocument(SignCapacity.InPerson)),
            (Clerk, new AssignNumber()), (Clerk, new VoidNumber("Sai", false)), (Clerk, new SubmitDocument(null)),
        };
        var arrived = new HashSet<ItemKey>();
        DocumentRow? before = null;
        for (var count = 1; count <= acts.Count; count++)
        {
            var after = After(acts.ToArray().AsSpan(0, count));
            foreach (var change in DocumentItems.Changes(before, after, Unit()).Where(c => c.Kind == InboxChangeKind.Arrived))
                Assert.True(arrived.Add(change.Key), $"{change.Key} arrived twice");
            before = after;
        }
    }

    private static RefusalCode Refused(DocumentRow row, DocumentRequest request, Actor by) =>
        DocumentRules.Decide(row, request, Scene(by)).Refusal!.Code;
}
