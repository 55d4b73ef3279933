using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.UnitTests.Documents;
using PartyRealtime.Yjs.Limits;
using Xunit;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>Who may do what in a draft.</summary>
public sealed class DraftingRulesTests
{
    private static readonly DocumentRow Row = Office.After((Office.Specialist, new ComposeDocument(Office.SpecialistPost, Office.Draft())))
        with { Together = true };

    [Theory]
    [InlineData(DocumentState.Drafting, DraftRight.Write)]
    [InlineData(DocumentState.InReview, DraftRight.Suggest)]
    [InlineData(DocumentState.AwaitingSignature, DraftRight.Read)]
    [InlineData(DocumentState.Issued, DraftRight.Read)]
    public void The_author_writes_while_it_is_drafted_and_suggests_while_it_is_reviewed(DocumentState state, DraftRight expected) =>
        Assert.Equal(expected, DraftScope.RightOf(Row with { State = state }, [], Office.Specialist, isInside: true));

    [Theory]
    [InlineData(DraftRight.Read, DraftRight.Read)]
    [InlineData(DraftRight.Suggest, DraftRight.Suggest)]
    [InlineData(DraftRight.Write, DraftRight.Suggest)]
    public void The_invited_do_what_they_are_invited_for_and_suggest_at_most_while_it_is_reviewed(DraftRight right, DraftRight reviewed)
    {
        ImmutableArray<DraftParticipantRow> invited = [Seat(new SeatId(990), right)];
        Assert.Equal(right, DraftScope.RightOf(Row, invited, Office.Stranger, isInside: true));
        Assert.Equal(reviewed, DraftScope.RightOf(Row with { State = DocumentState.InReview }, invited, Office.Stranger, isInside: true));
        Assert.Equal(DraftRight.Read, DraftScope.RightOf(Row with { State = DocumentState.Signed }, invited, Office.Stranger, isInside: true));
        Assert.Equal(DraftRight.Read, DraftScope.RightOf(Row, invited, Office.Leader, isInside: true));
    }

    [Fact]
    public void Who_reviews_it_suggests_while_it_is_reviewed()
    {
        var reviewed = Row with { State = DocumentState.InReview, Reviewer = Office.LeaderPost };
        Assert.Equal(DraftRight.Suggest, DraftScope.RightOf(reviewed, [], Office.Leader, isInside: true));
        Assert.Equal(DraftRight.Suggest, DraftScope.RightOf(reviewed, [], Office.Clerk, isInside: true));
        Assert.Equal(DraftRight.Read, DraftScope.RightOf(reviewed, [], Office.Stranger, isInside: true));
        Assert.Equal(DraftRight.Read, DraftScope.RightOf(reviewed with { State = DocumentState.Drafting }, [], Office.Leader, isInside: true));
    }

    [Fact]
    public void Who_holds_two_invited_seats_has_the_higher_right()
    {
        var both = Office.Clerk with { Seats = [.. Office.Clerk.Seats, .. Office.Leader.Seats] };
        ImmutableArray<DraftParticipantRow> invited = [Seat(Office.Desk, DraftRight.Read), Seat(Office.LeaderPost, DraftRight.Write)];
        Assert.Equal(DraftRight.Write, DraftScope.RightOf(Row, invited, both, isInside: true));
    }

    [Fact]
    public void Whoever_else_may_see_it_reads_and_the_rest_find_nothing()
    {
        Assert.Equal(DraftRight.Read, DraftScope.RightOf(Row, [], Office.Leader, isInside: true));
        Assert.Null(DraftScope.RightOf(Row, [], Office.Leader, isInside: false));
        Assert.Null(DraftScope.RightOf(Row with { Secrecy = Secrecy.Secret }, [], Office.Specialist, isInside: true));
        Assert.Null(DraftScope.RightOf(Row with { Together = false }, [], Office.Specialist, isInside: true));
    }

    [Fact]
    public void A_person_writes_for_the_unit_of_the_seat_that_gives_the_right()
    {
        var elsewhere = Office.Stranger with { Seats = [.. Office.Stranger.Seats, .. Office.Specialist.Seats] };
        Assert.Equal(Office.UnitId, DraftingRules.UnitOf(Row, [], elsewhere));
        Assert.Equal(new UnitId(99), DraftingRules.UnitOf(Row, [], Office.Stranger));
        Assert.Null(DraftingRules.UnitOf(Row, [], Office.Stranger with { Seats = [] }));
    }

    [Fact]
    public void Only_a_gap_is_worth_another_try() => Assert.Equal(
        [UpdateRefusalCode.PendingTooMany],
        Enum.GetValues<UpdateRefusalCode>().Where(code => DraftingRules.AnswerTo(code, mayWrite: true) == DraftAnswer.TryAgain));

    [Fact]
    public void Operators_read_a_refusal_in_words() => Assert.Equal("document-too-large", DraftingRules.WordOf(UpdateRefusalCode.DocumentTooLarge));

    private static DraftParticipantRow Seat(SeatId seat, DraftRight right) =>
        new() { Document = Row.Id, Seat = seat, Right = right, Since = 1, By = Office.Specialist.Official, At = Office.Now };
}
