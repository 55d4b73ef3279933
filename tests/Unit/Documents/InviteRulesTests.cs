using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>Whom the author lets take part in a draft, and what their inboxes hold.</summary>
public sealed class InviteRulesTests
{
    private static readonly SeatFacts Desk = new(Office.Desk, SeatKind.Desk, SeatRole.Clerk, Office.UnitId, "Văn thư");

    private static readonly DocumentRow Row = Office.After(
        (Office.Specialist, new ComposeDocument(Office.SpecialistPost, Office.Draft() with { Body = "" }, Together: true)));

    [Fact]
    public void A_seat_is_invited_changed_and_invited_no_longer()
    {
        var invited = Decide(Office.Desk, DraftRight.Read).Value!.Participant!;
        Assert.Equal((Office.Desk, DraftRight.Read, 2L), (invited.Seat, invited.Right, invited.Since));
        var changed = Decide(Office.Desk, DraftRight.Write, [invited], position: 7).Value!;
        Assert.Equal((DraftRight.Write, 2L), (changed.Participant!.Right, changed.Participant.Since));
        var removed = Decide(Office.Desk, null, [changed.Participant], position: 8).Value!;
        Assert.Null(removed.Participant!.Right);
        Assert.Empty(InviteRules.After([changed.Participant], removed.Participant));
        Assert.Equal(
            ["document.participant-invited", "document.participant-invited", "document.participant-removed"],
            [Decide(Office.Desk, DraftRight.Read).Value!.Facts[0].Kind, changed.Facts[0].Kind, removed.Facts[0].Kind]);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal((RefusalCode.AssigneeNotAllowed, "seat"), Refused(Decide(Office.SpecialistPost, DraftRight.Read)));
        Assert.Equal((RefusalCode.AssigneeNotAllowed, "seat"), Refused(Decide(new SeatId(1), DraftRight.Read)));
        Assert.Equal((RefusalCode.FieldInvalid, "right"), Refused(Decide(Office.Desk, (DraftRight)9)));
        Assert.Equal((RefusalCode.FieldInvalid, "seat"), Refused(Decide(Office.Desk, null)));
        Assert.Equal((RefusalCode.ChangedMeanwhile, null), Refused(Decide(Office.Desk, DraftRight.Read, expected: 9)));
        Assert.Equal((RefusalCode.NotAllowedNow, null), Refused(InviteRules.Invite(Row with { Together = false }, new InviteToDraft(Office.Desk, null, null), Office.Scene(Office.Specialist))));
        Assert.Equal((RefusalCode.NotYourRole, null), Refused(DocumentRules.Decide(
            Row with { Reviewer = Office.LeaderPost }, new InviteToDraft(Office.Desk, DraftRight.Read, null), Office.Scene(Office.Leader))));
        Assert.Equal((RefusalCode.NotAllowedNow, null), Refused(DocumentRules.Decide(
            Row with { State = DocumentState.InReview }, new InviteToDraft(Office.Desk, DraftRight.Read, null), Office.Scene(Office.Specialist))));
    }

    [Fact]
    public void No_more_than_the_bound_are_invited()
    {
        ImmutableArray<DraftParticipantRow> many = [.. Enumerable.Range(1_000, InviteRules.ParticipantsMax).Select(seat => Participant(new SeatId(seat), 2))];
        Assert.Equal((RefusalCode.TooMany, "seat"), Refused(Decide(Office.Desk, DraftRight.Read, many)));
        Assert.True(Decide(Office.Desk, DraftRight.Write, many.SetItem(0, Participant(Office.Desk, 2))).IsOk);
    }

    [Fact]
    public void The_invited_have_an_item_while_it_is_drafted_and_another_one_each_time()
    {
        var invited = Participant(Office.Desk, 2);
        var keys = new List<ItemKey>();
        void Changes(InboxChangeKind kind, DocumentRow before, DocumentRow after, ImmutableArray<DraftParticipantRow> was, ImmutableArray<DraftParticipantRow> now)
        {
            var change = Assert.Single(
                DocumentItems.Changes(before, after, Office.Unit(), invitations: new Invitations(was, now)),
                change => change.Key.Seat == Office.Desk && change.Key.Reason == Reason.Draft);
            Assert.Equal((kind, kind == InboxChangeKind.Arrived ? Box.Drafts : Box.Closed), (change.Kind, change.ToBox));
            if (kind == InboxChangeKind.Arrived)
                keys.Add(change.Key);
        }

        var submitted = Row with { State = DocumentState.InReview, Reviewer = Office.LeaderPost };
        Changes(InboxChangeKind.Arrived, Row, Row, [], [invited]);
        Changes(InboxChangeKind.Moved, Row, Row, [invited], []);
        Changes(InboxChangeKind.Arrived, Row, Row, [], [invited with { Since = 4 }]);
        Changes(InboxChangeKind.Moved, Row, submitted, [invited with { Since = 4 }], [invited with { Since = 4 }]);
        Changes(InboxChangeKind.Arrived, submitted, Row with { Round = 2 }, [invited with { Since = 4 }], [invited with { Since = 4 }]);
        Assert.Equal(3, keys.Distinct().Count());
    }

    [Fact]
    public void Only_who_writes_together_is_offered_to_invite()
    {
        Assert.Contains(DocumentAct.Invite, DocumentWorkflow.Allowed(Row, Office.Specialist));
        Assert.DoesNotContain(DocumentAct.Invite, DocumentWorkflow.Allowed(Row with { Together = false }, Office.Specialist));
    }

    private static Outcome<DocumentDecision> Decide(
        SeatId seat, DraftRight? right, ImmutableArray<DraftParticipantRow>? participants = null, long? expected = null, long? position = null) =>
        DocumentRules.Decide(
            Row with { Position = position ?? Row.Position },
            new InviteToDraft(seat, right, expected),
            Office.Scene(Office.Specialist) with { Participants = participants ?? [], NamedSeat = seat == Office.Desk ? Desk : null });

    private static (RefusalCode Code, string? Field) Refused(Outcome<DocumentDecision> outcome) => (outcome.Refusal!.Code, outcome.Refusal.Field);

    private static DraftParticipantRow Participant(SeatId seat, long since) =>
        new() { Document = Row.Id, Seat = seat, Right = DraftRight.Write, Since = since, By = Office.Specialist.Official, At = Office.Now };
}
