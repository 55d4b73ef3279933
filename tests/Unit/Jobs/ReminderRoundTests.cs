using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.UnitTests.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Jobs;

public sealed class ReminderRoundTests
{
    private static readonly DocumentRow Document = Receiving.Document with { Units = 4 };

    [Theory]
    [InlineData(Urgency.Normal, 240)]
    [InlineData(Urgency.Urgent, 240)]
    [InlineData(Urgency.VeryUrgent, 240)]
    [InlineData(Urgency.Immediate, 5)]
    public void A_unit_is_reminded_once_its_time_has_passed_and_not_twice_within_it(Urgency urgency, int minutes)
    {
        var row = In(1, DeliveryState.Arrived);
        var due = row.ArrivedAt!.Value.AddMinutes(minutes);
        Assert.False(ReceiptTimes.MayRemind(row, urgency, due.AddMilliseconds(-1)));
        Assert.True(ReceiptTimes.MayRemind(row, urgency, due));
        var reminded = row with { RemindedAt = due };
        Assert.False(ReceiptTimes.MayRemind(reminded, urgency, due.AddMinutes(minutes).AddMilliseconds(-1)));
        Assert.True(ReceiptTimes.MayRemind(reminded, urgency, due.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Registered)]
    [InlineData(DeliveryState.Returned)]
    [InlineData(DeliveryState.Finished)]
    public void Only_what_waits_at_the_desk_is_reminded_of(DeliveryState state) =>
        Assert.False(ReceiptTimes.MayRemind(In(1, state), Urgency.Normal, Later));

    [Fact]
    public void Opened_but_unregistered_is_reminded_of_a_copy_that_is_asked_back_is_not()
    {
        var row = In(1, DeliveryState.Arrived);
        Assert.True(ReceiptTimes.MayRemind(row with { OpenedAt = Office.Now }, Urgency.Normal, Later));
        Assert.False(ReceiptTimes.MayRemind(row with { Recall = RecallAnswer.Asked }, Urgency.Normal, Later));
        Assert.True(ReceiptTimes.MayRemind(row with { Recall = RecallAnswer.Refused }, Urgency.Normal, Later));
    }

    [Fact]
    public void A_chunk_reminds_who_is_due_and_moves_over_the_others()
    {
        var commit = Chunk([], In(1, DeliveryState.Arrived), In(2, DeliveryState.Registered), In(3, DeliveryState.Arrived) with { RemindedAt = Later });
        var reminded = Assert.Single(commit.Rows.OfType<DeliveryRow>());
        Assert.Equal((1, Later, 2L), (reminded.Ordinal, reminded.RemindedAt, reminded.Position));
        Assert.Equal(3, commit.Rows.OfType<JobRow>().Single().Cursor);
        var change = Assert.Single(commit.Inbox);
        Assert.Equal(
            (InboxChangeKind.Moved, (Box?)Box.WaitingReceipt, Box.WaitingReceipt, Later),
            (change.Kind, change.FromBox, change.ToBox, change.Content.RemindedAt));
    }

    [Fact]
    public void Named_units_are_reminded_and_no_others()
    {
        var commit = Chunk([new UnitId(103)], In(1, DeliveryState.Arrived), In(3, DeliveryState.Arrived));
        Assert.Equal(3, Assert.Single(commit.Rows.OfType<DeliveryRow>()).Ordinal);
    }

    [Fact]
    public void Who_is_due_is_judged_by_the_moment_of_asking()
    {
        var job = ReminderRound.Begin(Document, [], Office.Now.AddHours(4).AddMilliseconds(-1));
        var commit = ReminderRound.Chunk(job, Document, [In(1, DeliveryState.Arrived)], _ => Receiving.Receiver, Office.Unit(), Later);
        Assert.Empty(commit.Rows.OfType<DeliveryRow>());
    }

    [Fact]
    public void Two_acts_are_two_rounds() => Assert.NotEqual(
        ReminderRound.Begin(Document with { Position = 8 }, [], Later).Id, ReminderRound.Begin(Document with { Position = 9 }, [], Later).Id);

    [Fact]
    public void The_issuing_clerk_reminds_when_somebody_is_due()
    {
        var row = Document with { Unit = Office.UnitId, IssuedAt = Office.Now };
        var decision = DocumentRules.Decide(row, new RemindUnits([new UnitId(3)]), Office.Scene(Office.Clerk) with { Remindable = 1 }).Value!;
        Assert.Equal([new UnitId(3)], decision.Reminds!.Value);
        var named = new RemindUnits([.. Enumerable.Range(1, RecipientSelectors.SelectorsMax + 1).Select(unit => new UnitId(unit))]);
        Assert.Equal(RefusalCode.TooMany, DocumentRules.Decide(row, named, Office.Scene(Office.Clerk)).Refusal!.Code);
        Assert.Equal(RefusalCode.NothingToRemind, Refused(row, Office.Clerk));
        Assert.Equal(RefusalCode.NotYourRole, Refused(row with { Reviewer = Office.LeaderPost }, Office.Leader));
        Assert.Equal(RefusalCode.NotInScope, Refused(row, Office.Stranger));
        Assert.Equal(RefusalCode.NotAllowedNow, Refused(row with { State = DocumentState.Recalling }, Office.Clerk));
    }

    private static DateTimeOffset Later => Office.Now.AddHours(4);

    private static RefusalCode Refused(DocumentRow row, Actor actor) =>
        DocumentRules.Decide(row, new RemindUnits([]), Office.Scene(actor)).Refusal!.Code;

    private static Commit Chunk(UnitId[] named, params DeliveryRow[] deliveries) => ReminderRound.Chunk(
        ReminderRound.Begin(Document, [.. named], Later), Document, deliveries, _ => Receiving.Receiver, Office.Unit(), Later);

    private static DeliveryRow In(int ordinal, DeliveryState state) => Receiving.Arrived(Office.Clerk).Row with
    {
        Id = DeliveryId.Of(Document.Id, new UnitId(100 + ordinal)),
        Unit = new UnitId(100 + ordinal),
        Ordinal = ordinal,
        Position = ordinal,
        State = state,
    };
}
