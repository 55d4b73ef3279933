using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Jobs;
using PartyRealtime.UnitTests.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Jobs;

public sealed class RecallRoundTests
{
    private static readonly DocumentRow Document = Receiving.Document with { RecallReason = "Sai căn cứ", Units = 4 };

    [Fact]
    public void It_asks_everybody_who_holds_a_copy_one_position_on()
    {
        var deliveries = new[]
        {
            In(1, DeliveryState.Arrived), In(2, DeliveryState.Returned), In(3, DeliveryState.InProgress), In(4, DeliveryState.Finished),
        };
        var commit = Chunk(deliveries)!;
        var asked = commit.Rows.OfType<DeliveryRow>().ToArray();
        Assert.Equal([1, 3, 4], asked.Select(row => row.Ordinal));
        Assert.All(asked, row => Assert.Equal((RecallAnswer.Asked, row.Ordinal + 1), (row.Recall, row.Position)));
        Assert.All(asked, row => Assert.Contains(commit.Appends, append => append.Stream == row.Id.Stream && append.Expected == row.Ordinal));
        Assert.Equal(4, commit.Rows.OfType<JobRow>().Single().Cursor);
        Assert.NotNull(commit.Rows.OfType<JobRow>().Single().FinishedAt);
    }

    [Fact]
    public void The_desk_has_one_item_of_each_wherever_the_document_lay()
    {
        var commit = Chunk([In(1, DeliveryState.Arrived), In(3, DeliveryState.InProgress)])!;
        Assert.Equal(
            [
                (Reason.Delivery, InboxChangeKind.Moved, (Box?)Box.WaitingReceipt, Box.Recall),
                (Reason.Recall, InboxChangeKind.Arrived, null, Box.Recall),
            ],
            commit.Inbox.Select(change => (change.Key.Reason, change.Kind, change.FromBox, change.ToBox)));
    }

    [Fact]
    public void It_never_overtakes_the_fan_out()
    {
        Assert.Null(Chunk([In(1, DeliveryState.Sent), In(2, DeliveryState.Arrived)]));
        var begun = Chunk([In(1, DeliveryState.Arrived), In(2, DeliveryState.Sent), In(3, DeliveryState.Arrived)])!;
        Assert.Equal(1, begun.Rows.OfType<JobRow>().Single().Cursor);
        Assert.Null(begun.Rows.OfType<JobRow>().Single().FinishedAt);
    }

    private static Commit? Chunk(DeliveryRow[] deliveries) => RecallRound.Chunk(
        RecallRound.Begin(Document, Office.Now), Document, deliveries, _ => Receiving.Receiver, Office.Unit(), Office.Now);

    private static DeliveryRow In(int ordinal, DeliveryState state) => Receiving.Arrived(Office.Clerk).Row with
    {
        Id = DeliveryId.Of(Document.Id, new UnitId(100 + ordinal)),
        Unit = new UnitId(100 + ordinal),
        Ordinal = ordinal,
        Position = ordinal,
        State = state,
    };
}
