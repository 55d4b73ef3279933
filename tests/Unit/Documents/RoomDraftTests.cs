using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>People in a room of the body, which keeps no registers: they write for the body.</summary>
public sealed class RoomDraftTests
{
    private static readonly UnitId RoomId = new(18);
    private static readonly SeatId RoomLeaderPost = new(181);
    private static readonly SeatId RoomPost = new(182);

    private static readonly UnitFacts Room = Office.Unit() with
    {
        Id = RoomId,
        Code = "TW.P1",
        Kind = UnitKind.SubUnit,
        Parent = Office.UnitId,
        Name = "Phòng Tổng hợp",
        Registers = false,
        Receives = false,
        Desk = null,
        Posts =
        [
            new SeatFacts(RoomLeaderPost, SeatKind.Post, SeatRole.Leader, RoomId, "Trưởng phòng"),
            new SeatFacts(RoomPost, SeatKind.Post, SeatRole.Specialist, RoomId, "Chuyên viên"),
        ],
    };

    private static readonly Actor Writer = Office.Person(4, RoomPost, SeatKind.Post, SeatRole.Specialist, RoomId);
    private static readonly Actor RoomLeader = Office.Person(5, RoomLeaderPost, SeatKind.Post, SeatRole.Leader, RoomId);

    [Fact]
    public void A_specialist_of_a_room_composes_for_the_body()
    {
        var row = Compose();
        Assert.Equal((Office.UnitId, RoomPost), (row.Unit, row.AuthorSeat));
    }

    [Fact]
    public void A_seat_outside_the_way_up_to_the_body_does_not()
    {
        var scene = Office.Scene(Writer);
        Assert.Equal(RefusalCode.NotInScope, DocumentRules.Decide(null, new ComposeDocument(RoomPost, Office.Draft()), scene).Refusal!.Code);
    }

    [Theory]
    [InlineData(171, true)]
    [InlineData(172, true)]
    [InlineData(181, true)]
    [InlineData(173, false)]
    [InlineData(182, false)]
    [InlineData(990, false)]
    public void The_reviewer_is_a_leader_of_the_room_or_of_the_body(int seat, bool allowed)
    {
        var decision = DocumentRules.Decide(Compose(), new SubmitDocument(new SeatId(seat)), Scene(Writer));
        Assert.Equal(allowed ? null : RefusalCode.AssigneeNotAllowed, decision.Refusal?.Code);
    }

    [Fact]
    public void Nobody_named_is_the_head_of_the_body() =>
        Assert.Equal(Office.LeaderPost, DocumentRules.Decide(Compose(), new SubmitDocument(null), Scene(Writer)).Value!.Row.Reviewer);

    [Theory]
    [InlineData(SignCapacity.ByOrder, true)]
    [InlineData(SignCapacity.ByAuthorisation, true)]
    [InlineData(SignCapacity.InPerson, false)]
    [InlineData(SignCapacity.ForHead, false)]
    public void A_leader_of_a_room_signs_for_the_body_by_order_or_authorisation_alone(SignCapacity capacity, bool allowed)
    {
        var row = Compose() with { State = DocumentState.AwaitingSignature, Reviewer = RoomLeaderPost };
        var decision = DocumentRules.Decide(row, new SignDocument(capacity), Scene(RoomLeader));
        Assert.Equal(allowed ? null : RefusalCode.FieldInvalid, decision.Refusal?.Code);
    }

    private static DocumentRow Compose() =>
        DocumentRules.Decide(null, new ComposeDocument(RoomPost, Office.Draft()), Scene(Writer)).Value!.Row with { Position = 1 };

    private static DocumentScene Scene(Actor actor) => Office.Scene(actor) with { Ladder = [Room, Office.Unit()] };
}
