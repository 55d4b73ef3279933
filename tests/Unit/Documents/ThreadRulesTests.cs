using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>What is said about a draft, by whom, and what becomes of it.</summary>
public sealed class ThreadRulesTests
{
    private static readonly SeatId Guest = new(990);

    private static readonly DocumentRow Row = Office.After(
        (Office.Specialist, new ComposeDocument(Office.SpecialistPost, Office.Draft() with { Body = "" }, Together: true)));

    private static readonly DocumentRow Reviewed = Row with { State = DocumentState.InReview, Reviewer = Office.LeaderPost };

    private static readonly CommandKey Command = new(Office.Specialist.Official, new CommandId(Guid.NewGuid()));

    private static readonly OpenThread Comment = new(ThreadKind.Comment, [0, 1, 2], [0, 1, 9], "an toàn", null, "Nên nói rõ", []);

    private static readonly OpenThread Suggestion = new(ThreadKind.Suggestion, [0, 1, 2], [0, 1, 9], "an toàn", "an ninh", "", []);

    [Fact]
    public void A_comment_is_a_thread_with_its_first_entry_and_moves_the_document()
    {
        var decision = Decide(Row, Comment, Office.Specialist).Value!;
        var thread = Assert.Single(decision.Rows.OfType<DraftThreadRow>());
        var entry = Assert.Single(decision.Rows.OfType<DraftThreadEntryRow>());
        Assert.Equal(
            (ThreadId.Of(Command), ThreadKind.Comment, DraftThreadState.Open, "an toàn", 1, Row.Position + 1),
            (thread.Thread, thread.Kind, thread.State, thread.Quote, thread.Entries, thread.Position));
        Assert.Equal(
            (ThreadEntryId.Of(Command), thread.Thread, ThreadEntryKind.Opened, "Nên nói rõ", Row.Position + 1),
            (entry.Id, entry.Thread, entry.Kind, entry.Text, entry.Position));
        Assert.Equal("document.thread-opened", Assert.Single(decision.Facts).Kind);
        Assert.Equal(Row, decision.Row);
    }

    [Fact]
    public void Who_may_suggest_discusses_and_who_reads_does_not()
    {
        Assert.True(Decide(Row, Comment, Office.Stranger, DraftRight.Suggest).IsOk);
        Assert.True(Decide(Row, Suggestion, Office.Stranger, DraftRight.Suggest).IsOk);
        Assert.Equal(RefusalCode.NotYourRole, Code(Decide(Row, Comment, Office.Stranger, DraftRight.Read)));
        Assert.Equal(RefusalCode.NotInScope, Code(ThreadRules.Decide(Row, Comment, Scene(Office.Stranger) with { MaySeeDrafting = false })));
        Assert.Equal(RefusalCode.NotInScope, Code(Decide(Row with { Together = false }, Comment, Office.Specialist)));
        Assert.True(Decide(Reviewed, Suggestion, Office.Leader).IsOk);
        Assert.True(Decide(Reviewed, Comment, Office.Specialist).IsOk);
        Assert.Equal(RefusalCode.NotAllowedNow, Code(Decide(Row with { State = DocumentState.AwaitingSignature }, Comment, Office.Specialist)));
    }

    [Fact]
    public void A_thread_names_a_place_and_changes_something()
    {
        Assert.Equal((RefusalCode.FieldInvalid, "kind"), Refused(Comment with { Kind = (ThreadKind)7 }));
        Assert.Equal((RefusalCode.FieldInvalid, "start"), Refused(Comment with { Start = [] }));
        Assert.Equal((RefusalCode.FieldInvalid, "end"), Refused(Comment with { End = new byte[ThreadRules.PlaceBytesMax + 1] }));
        Assert.Equal((RefusalCode.FieldMissing, "quote"), Refused(Comment with { Quote = "" }));
        Assert.Equal((RefusalCode.FieldTooLong, "quote"), Refused(Comment with { Quote = new string('x', ThreadRules.LettersMax + 1) }));
        Assert.Equal((RefusalCode.FieldMissing, "text"), Refused(Comment with { Text = " " }));
        Assert.Equal((RefusalCode.FieldTooLong, "text"), Refused(Comment with { Text = new string('x', ThreadRules.TextCharsMax + 1) }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Comment with { Replacement = "" }));
        Assert.Equal((RefusalCode.FieldMissing, "replacement"), Refused(Suggestion with { Replacement = null }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Suggestion with { Replacement = "an toàn" }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Suggestion with { Replacement = "hai\nđoạn" }));
        Assert.Equal((RefusalCode.FieldInvalid, "quote"), Refused(Suggestion with { Quote = "hai\nđoạn" }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Suggestion with { Replacement = "\nđoạn" }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Suggestion with { Quote = "", Replacement = "hai\nđoạn" }));
        Assert.Equal((RefusalCode.FieldInvalid, "replacement"), Refused(Suggestion with { Quote = "", Replacement = "\n" }));
        Assert.True(Decide(Row, Suggestion with { Quote = "", Replacement = "\nhai\nđoạn" }, Office.Specialist).IsOk);
        Assert.True(Decide(Row, Suggestion with { Quote = "", Replacement = "một đoạn\n" }, Office.Specialist).IsOk);
        Assert.True(Decide(Row, Suggestion with { Quote = "" }, Office.Specialist).IsOk);
        Assert.True(Decide(Row, Suggestion with { Replacement = "" }, Office.Specialist).IsOk);
        Assert.Equal(RefusalCode.TooMany, Code(ThreadRules.Decide(Row, Comment, Scene(Office.Specialist) with { Threads = ThreadRules.ThreadsMax })));
    }

    [Fact]
    public void Letters_of_the_text_are_kept_as_they_are()
    {
        var decomposed = "an toàn".Normalize(System.Text.NormalizationForm.FormD);
        var thread = Decide(Row, Suggestion with { Quote = decomposed, Replacement = "" }, Office.Specialist).Value!.Rows.OfType<DraftThreadRow>().Single();
        Assert.Equal(decomposed, thread.Quote);
    }

    [Fact]
    public void Replies_go_on_until_the_thread_is_full()
    {
        var thread = Thread(ThreadKind.Comment);
        var decision = Decide(Row, new ReplyToThread(thread.Thread, "Đồng ý", []), Office.Specialist, thread: thread).Value!;
        Assert.Equal(2, decision.Rows.OfType<DraftThreadRow>().Single().Entries);
        Assert.Equal(ThreadEntryKind.Replied, decision.Rows.OfType<DraftThreadEntryRow>().Single().Kind);
        Assert.Equal(RefusalCode.NotInScope, Code(Decide(Row, new ReplyToThread(thread.Thread, "Đồng ý", []), Office.Specialist)));
        Assert.Equal(RefusalCode.FieldMissing, Code(Decide(Row, new ReplyToThread(thread.Thread, "", []), Office.Specialist)));
        var full = thread with { Entries = ThreadRules.RepliesMax };
        Assert.Equal(RefusalCode.TooMany, Code(Decide(Row, new ReplyToThread(thread.Thread, "Đồng ý", []), Office.Specialist, thread: full)));
        Assert.True(Settle(full, ThreadEntryKind.Resolved, Office.Specialist).IsOk);
    }

    [Theory]
    [InlineData(ThreadKind.Comment, DraftThreadState.Open, ThreadEntryKind.Resolved, DraftThreadState.Resolved)]
    [InlineData(ThreadKind.Comment, DraftThreadState.Resolved, ThreadEntryKind.Reopened, DraftThreadState.Open)]
    [InlineData(ThreadKind.Suggestion, DraftThreadState.Open, ThreadEntryKind.Accepted, DraftThreadState.Accepted)]
    [InlineData(ThreadKind.Suggestion, DraftThreadState.Open, ThreadEntryKind.Rejected, DraftThreadState.Rejected)]
    public void Who_writes_settles_and_the_second_is_late(ThreadKind kind, DraftThreadState before, ThreadEntryKind settlement, DraftThreadState after)
    {
        var thread = Thread(kind) with { State = before };
        var decision = Settle(thread, settlement, Office.Specialist).Value!;
        var settled = decision.Rows.OfType<DraftThreadRow>().Single();
        Assert.Equal((after, 2), (settled.State, settled.Entries));
        Assert.Equal("document.thread-settled", decision.Facts.Single().Kind);
        Assert.Equal(RefusalCode.ChangedMeanwhile, Code(Settle(settled, settlement, Office.Specialist)));
    }

    [Fact]
    public void Who_only_suggests_ends_only_what_is_ones_own()
    {
        var (others, own) = (Thread(ThreadKind.Suggestion), Thread(ThreadKind.Suggestion) with { By = Office.Stranger.Official });
        Assert.Equal(RefusalCode.NotYourRole, Code(Settle(own, ThreadEntryKind.Accepted, Office.Stranger, DraftRight.Suggest)));
        Assert.Equal(RefusalCode.NotYourRole, Code(Settle(own, ThreadEntryKind.Rejected, Office.Stranger, DraftRight.Suggest)));
        Assert.Equal(RefusalCode.NotYourRole, Code(Settle(others, ThreadEntryKind.Withdrawn, Office.Stranger, DraftRight.Suggest)));
        Assert.True(Settle(own, ThreadEntryKind.Withdrawn, Office.Stranger, DraftRight.Suggest).IsOk);
        var (remark, mine) = (Thread(ThreadKind.Comment), Thread(ThreadKind.Comment) with { By = Office.Stranger.Official });
        Assert.Equal(RefusalCode.NotYourRole, Code(Settle(remark, ThreadEntryKind.Resolved, Office.Stranger, DraftRight.Suggest)));
        Assert.True(Settle(mine, ThreadEntryKind.Resolved, Office.Stranger, DraftRight.Suggest).IsOk);
        Assert.Equal(RefusalCode.NotAllowedNow, Code(Settle(mine, ThreadEntryKind.Accepted, Office.Specialist)));
        Assert.Equal(RefusalCode.FieldInvalid, Code(Settle(mine, ThreadEntryKind.Replied, Office.Specialist)));
    }

    [Fact]
    public void Nobody_accepts_while_the_text_is_frozen()
    {
        var thread = Thread(ThreadKind.Suggestion);
        Assert.Equal(RefusalCode.NotYourRole, Code(Decide(Reviewed, new SettleThread(thread.Thread, ThreadEntryKind.Accepted, ""), Office.Leader, thread: thread)));
        Assert.Equal(RefusalCode.NotYourRole, Code(Decide(Reviewed, new SettleThread(thread.Thread, ThreadEntryKind.Accepted, ""), Office.Specialist, thread: thread)));
    }

    [Fact]
    public void The_page_offers_what_the_rules_take()
    {
        var threads = from kind in Enum.GetValues<ThreadKind>()
                      from state in Enum.GetValues<DraftThreadState>()
                      from opener in new[] { Office.Specialist.Official, Office.Stranger.Official }
                      select Thread(kind) with { State = state, By = opener };
        foreach (var thread in threads)
        {
            foreach (var (actor, right) in new[] { (Office.Specialist, DraftRight.Write), (Office.Stranger, DraftRight.Suggest), (Office.Stranger, DraftRight.Read) })
            {
                var offered = ThreadWorkflow.Allowed(thread, right, actor.Official);
                Assert.Equal(offered.Order(), ThreadWorkflow.Settlements.Where(settlement => Settle(thread, settlement, actor, right).IsOk).Order());
            }
        }
    }

    [Fact]
    public void Who_is_mentioned_finds_what_was_said_in_the_own_inbox()
    {
        var said = Comment with { Mentions = [new OfficialId(8)] };
        var decision = ThreadRules.Decide(Row, said, Scene(Office.Specialist) with { Mentioned = ImmutableArray.Create(new SeatId(80)) }).Value!;
        var change = Assert.Single(decision.Says!.Changes(Row, Office.Specialist));
        Assert.Equal(
            (new ItemKey(new SeatId(80), ThreadEntryId.Of(Command).Value, Reason.Mention), InboxChangeKind.Arrived, Box.Notes, "Nên nói rõ", (DocumentId?)Row.Id),
            (change.Key, change.Kind, change.ToBox, change.Content.Note, change.Content.Document));
        Assert.Empty(Decide(Row, Comment, Office.Specialist).Value!.Says!.Changes(Row, Office.Specialist));
        Assert.Equal((RefusalCode.FieldMissing, "text"), Refused(Suggestion with { Mentions = [new OfficialId(8)] }));
        Assert.Equal((RefusalCode.TooMany, "mentions"), Refused(Comment with { Mentions = [.. Enumerable.Range(1, ThreadRules.MentionsMax + 1).Select(OfficialId.From)] }));
        Assert.Equal(RefusalCode.AssigneeNotAllowed, Code(ThreadRules.Decide(
            Row, said, Scene(Office.Specialist) with { Mentioned = new Refusal(RefusalCode.AssigneeNotAllowed, "mentions") })));
    }

    [Fact]
    public void Who_revises_the_facts_is_not_stopped_by_what_was_said_meanwhile()
    {
        var discussed = Row with { Position = Row.Position + 3 };
        var revise = new ReviseDocument(Office.Draft() with { Body = "" }, Row.Position);
        Assert.True(DocumentRules.Decide(discussed, revise, Scene(Office.Specialist) with { Said = 3 }).IsOk);
        Assert.Equal(RefusalCode.ChangedMeanwhile, Code(DocumentRules.Decide(discussed, revise, Scene(Office.Specialist) with { Said = 2 })));
    }

    private static DraftThreadRow Thread(ThreadKind kind) =>
        Decide(Row, kind == ThreadKind.Comment ? Comment : Suggestion, Office.Specialist).Value!.Rows.OfType<DraftThreadRow>().Single();

    private static Outcome<DocumentDecision> Settle(
        DraftThreadRow thread, ThreadEntryKind settlement, Actor actor, DraftRight right = DraftRight.Read) =>
        Decide(Row, new SettleThread(thread.Thread, settlement, ""), actor, right, thread);

    private static Outcome<DocumentDecision> Decide(
        DocumentRow row, DiscussDraft request, Actor actor, DraftRight right = DraftRight.Read, DraftThreadRow? thread = null) =>
        DocumentRules.Decide(row, request, Scene(actor) with { Participants = [Seat(right)], Thread = thread });

    private static DocumentScene Scene(Actor actor) => Office.Scene(actor) with { Command = Command, MaySeeDrafting = true };

    private static DraftParticipantRow Seat(DraftRight right) =>
        new() { Document = Row.Id, Seat = Guest, Right = right, Since = 1, By = Office.Specialist.Official, At = Office.Now };

    private static RefusalCode Code(Outcome<DocumentDecision> outcome) => outcome.Refusal!.Code;

    private static (RefusalCode Code, string? Field) Refused(OpenThread request)
    {
        var refusal = Decide(Row, request, Office.Specialist).Refusal!;
        return (refusal.Code, refusal.Field);
    }
}
