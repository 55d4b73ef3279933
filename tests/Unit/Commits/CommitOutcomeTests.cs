using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;
using Xunit;

namespace PartyRealtime.UnitTests.Commits;

public sealed class CommitOutcomeTests
{
    private static readonly Receipt Receipt = new(null, new StreamId(Guid.NewGuid()), 1, 1, DateTimeOffset.UnixEpoch);

    public static TheoryData<CommitResult, RefusalCode> Refusals => new()
    {
        { new CommitResult.BodyDiffers(), RefusalCode.CommandIdReused },
        { new CommitResult.Abandoned(), RefusalCode.CommandAbandoned },
        { new CommitResult.PositionLost(Receipt.Stream), RefusalCode.ChangedMeanwhile },
        { new CommitResult.Refused("inbox_item"), RefusalCode.ChangedMeanwhile },
        { new CommitResult.Unavailable("disk full", TimeSpan.FromSeconds(2)), RefusalCode.Unavailable },
        { new CommitResult.Unknown(), RefusalCode.UnknownOutcome },
    };

    [Fact]
    public void A_repetition_has_the_answer_of_the_first_time()
    {
        Assert.Same(Receipt, CommitOutcome.ToOutcome(new CommitResult.Committed(Receipt, [])).Value);
        Assert.Same(Receipt, CommitOutcome.ToOutcome(new CommitResult.Replayed(Receipt)).Value);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_other_end_is_a_refusal_that_says_what_can_be_done(CommitResult result, RefusalCode code) =>
        Assert.Equal(code, CommitOutcome.ToOutcome(result).Refusal!.Code);

    [Fact]
    public void No_end_is_forgotten()
    {
        var ends = typeof(CommitResult).GetNestedTypes().Length;
        Assert.Equal(ends, Refusals.Count + 2);
    }

    [Fact]
    public void A_full_writer_is_busy_and_not_away() => Assert.Equal(
        RefusalCode.Busy,
        CommitOutcome.ToOutcome(new CommitResult.Unavailable(CommitResult.Unavailable.QueueFull, TimeSpan.Zero)).Refusal!.Code);

    [Fact]
    public void A_writer_that_takes_nothing_says_when_to_come_back()
    {
        var refusal = CommitOutcome.ToOutcome(new CommitResult.Unavailable("disk full", TimeSpan.FromMilliseconds(1_500))).Refusal!;
        Assert.Equal("1500", refusal.Params![CommitOutcome.RetryAfterMs]);
    }

    [Fact]
    public void Only_a_lost_connection_leaves_open_what_happened() =>
        Assert.Equal(Recourse.MayRetry, RefusalTable.Recourse(CommitOutcome.ToOutcome(new CommitResult.Unknown()).Refusal!.Code));
}
