using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Inbox;
using Xunit;

namespace PartyRealtime.UnitTests.Inbox;

public sealed class OfficialRulesTests
{
    private static readonly OfficialId Me = new(7);
    private static readonly SeatId Seat = new(5);

    [Fact]
    public void Only_open_items_that_the_person_has_not_read_are_marked()
    {
        var unread = Item(Box.Lead, Reason.Lead);
        var others = Item(Box.Lead, Reason.Lead, readBy: new OfficialId(8));
        var mine = Item(Box.Lead, Reason.Lead, readBy: Me);
        var closed = Item(Box.Closed, Reason.Note);

        var decision = OfficialRules.MarkRead(Me, [unread, others, mine, closed]);

        Assert.Equal([unread.Key, others.Key], decision.Changes.Select(change => change.Key));
        Assert.All(decision.Changes, change => Assert.Equal((InboxChangeKind.Read, Me), (change.Kind, change.By)));
        Assert.All(decision.Changes, change => Assert.Equal(change.FromBox, change.ToBox));
    }

    [Fact]
    public void Notes_are_closed_here_and_for_information_items_by_their_delivery()
    {
        var note = Item(Box.Notes, Reason.Note);
        var inform = Item(Box.ForInformation, Reason.ForInformation, delivery: new DeliveryId(Guid.NewGuid()));

        var decision = OfficialRules.Close([note, inform]);

        Assert.Equal((note.Key, Box.Closed), (Assert.Single(decision.Value!.Changes).Key, decision.Value.Changes[0].ToBox));
        Assert.Equal([(inform, new FinishStep(new StepId(inform.Key.Subject), null))], OfficialRules.OnDeliveries([note, inform]));
    }

    /// <summary>A box of drafts that came back to be rewritten, and of deliveries that only have to be known.</summary>
    [Fact]
    public void Returned_deliveries_and_steps_are_closed_by_themselves_and_returned_drafts_by_nobody()
    {
        var delivery = new DeliveryId(Guid.NewGuid());
        var step = Item(Box.Returned, Reason.Returned, delivery: delivery);
        var whole = step with { Key = step.Key with { Subject = delivery.Value } };

        var decision = OfficialRules.Close([whole, step]);

        Assert.Empty(decision.Value!.Changes);
        Assert.Equal(
            [(whole, new CloseReturn()), (step, new CloseStepReturn(new StepId(step.Key.Subject)))], OfficialRules.OnDeliveries([whole, step]));
        Assert.Equal(RefusalCode.NotAllowedNow, OfficialRules.Close([Item(Box.Returned, Reason.Draft)]).Refusal!.Code);
    }

    [Theory]
    [InlineData(Box.WaitingReceipt, Reason.Delivery)]
    [InlineData(Box.Lead, Reason.Lead)]
    [InlineData(Box.ToSign, Reason.Sign)]
    [InlineData(Box.Issued, Reason.Issued)]
    public void Work_cannot_be_closed_away(Box box, Reason reason) =>
        Assert.Equal(RefusalCode.NotAllowedNow, OfficialRules.Close([Item(Box.Notes, Reason.Note), Item(box, reason)]).Refusal!.Code);

    [Fact]
    public void What_is_closed_already_is_no_reason_to_refuse()
    {
        var decision = OfficialRules.Close([Item(Box.Closed, Reason.Note), Item(Box.Closed, Reason.Lead)]);
        Assert.Empty(decision.Value!.Changes);
    }

    [Theory]
    [InlineData(0, RefusalCode.FieldMissing)]
    [InlineData(101, RefusalCode.TooMany)]
    public void An_act_names_1_to_100_items(int count, RefusalCode code)
    {
        Assert.Equal(code, OfficialRules.Count(Keys(count))!.Code);
        Assert.Null(OfficialRules.Count(Keys(1)));
        Assert.Null(OfficialRules.Count(Keys(100)));
        Assert.Equal(RefusalCode.FieldMissing, OfficialRules.Count(default)!.Code);
    }

    private static ImmutableArray<ItemKey> Keys(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new ItemKey(Seat, Guid.NewGuid(), Reason.Note))];

    private static HeldItem Item(Box box, Reason reason, OfficialId? readBy = null, DeliveryId? delivery = null) => new(
        new ItemKey(Seat, Guid.NewGuid(), reason), box, readBy is { } reader ? [reader] : [], new ItemContent { Delivery = delivery });
}
