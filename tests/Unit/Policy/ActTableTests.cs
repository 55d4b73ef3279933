using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using Xunit;

namespace PartyRealtime.UnitTests.Policy;

public sealed class ActTableTests
{
    [Fact]
    public void Every_act_has_exactly_one_line() =>
        Assert.Equal(Enum.GetValues<Act>().Order(), ActTable.Rules.Select(rule => rule.Act).Order());

    /// <summary>A socket of drafts shows and takes nothing before a ticket, which only a session gets.</summary>
    [Fact]
    public void Only_reading_public_things_signing_in_and_the_socket_for_tickets_need_no_session() =>
        Assert.Equal([Act.ReadPublic, Act.SignIn, Act.OpenDraftSocket], ActTable.Rules.Where(rule => !rule.NeedsSession).Select(rule => rule.Act));

    [Theory]
    [InlineData(Act.ReadDocument)]
    [InlineData(Act.ReadBoard)]
    [InlineData(Act.ReadRegister)]
    [InlineData(Act.Search)]
    [InlineData(Act.ComposeDocument)]
    [InlineData(Act.DiscussDraft)]
    public void The_operator_sees_no_document(Act act) =>
        Assert.False(ActTable.Of(act).Allows(Holding(new HeldSeat(new SeatId(1), SeatKind.Post, SeatRole.Operator, null, ""))));

    [Theory]
    [InlineData(SeatRole.Clerk, true)]
    [InlineData(SeatRole.Leader, false)]
    [InlineData(SeatRole.Specialist, false)]
    [InlineData(SeatRole.UnitAdmin, false)]
    [InlineData(SeatRole.Person, false)]
    public void Only_a_clerk_numbers(SeatRole role, bool allowed) => Assert.Equal(allowed, ActTable.Of(Act.NumberDocument).Allows(In(1, role)));

    [Theory]
    [InlineData(Act.RecallDocument)]
    [InlineData(Act.AnswerRecall)]
    public void Recalling_and_answering_it_belong_to_the_registry(Act act) =>
        Assert.Equal([SeatRole.Clerk], Enum.GetValues<SeatRole>().Where(role => ActTable.Of(act).Allows(In(1, role))));

    [Fact]
    public void The_acting_seat_is_taken_where_it_fits()
    {
        var unit = new UnitId(5);
        var actor = Holding(
            new HeldSeat(new SeatId(1), SeatKind.Post, SeatRole.Specialist, unit, ""),
            new HeldSeat(new SeatId(2), SeatKind.Post, SeatRole.Leader, unit, ""));
        var rule = ActTable.Of(Act.ComposeDocument);
        Assert.Equal(1, rule.SeatIn(actor, unit)!.Seat.Value);
        Assert.Equal(2, rule.SeatIn(actor with { ActingSeat = new SeatId(2) }, unit)!.Seat.Value);
        Assert.Null(rule.SeatIn(actor, new UnitId(6)));
    }

    private static Actor In(int unit, SeatRole role) =>
        Holding(new HeldSeat(new SeatId(1), SeatKind.Post, role, new UnitId(unit), ""));

    private static Actor Holding(params HeldSeat[] seats) => new(new OfficialId(1), "", [.. seats], null, Secrecy.Normal);
}
