using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Deliveries;

/// <summary>A delivery whose work is led and coordinated, for rules about handing it on, taking it back and returning it.</summary>
internal static class HandingOn
{
    public static readonly SeatId Room = new(201);
    public static readonly SeatId Desk = new(202);
    public static readonly Actor RoomHolder = Office.Person(21, Room, SeatKind.Post, SeatRole.Specialist, new UnitId(20));
    public static readonly Actor DeskHolder = Office.Person(22, Desk, SeatKind.Post, SeatRole.Specialist, new UnitId(20));

    public static readonly UnitFacts[] Branch =
    [
        Receiver,
        Office.Unit() with
        {
            Id = new UnitId(20),
            Posts =
            [
                new SeatFacts(Room, SeatKind.Post, SeatRole.Specialist, new UnitId(20), "Chuyên viên"),
                new SeatFacts(Desk, SeatKind.Post, SeatRole.Specialist, new UnitId(20), "Chuyên viên"),
            ],
        },
    ];

    public static Actor Deputy => Office.Person(4, Office.DeputyPost, SeatKind.Post, SeatRole.Leader, Office.UnitId);

    /// <summary>Led by the specialist, coordinated by the deputy; the specialist acts.</summary>
    public static DeliveryScene Led() =>
        Given((Office.SpecialistPost, StepRole.Lead), (Office.DeputyPost, StepRole.Coordinate)) with { Actor = Office.Specialist };

    /// <summary>Assigned by the leader, who acts.</summary>
    public static DeliveryScene Given(params (SeatId Seat, StepRole Role)[] to) =>
        Assigned(Then(Arrived(Office.Clerk), new RegisterDelivery(null)) with { Actor = Office.Leader, Branch = Branch }, to);

    public static DeliveryScene Assigned(DeliveryScene scene, params (SeatId Seat, StepRole Role)[] to) =>
        Then(scene with { Actor = Office.Leader }, Naming(to));

    public static AssignDelivery Naming(params (SeatId Seat, StepRole Role)[] to) =>
        Assign with { Assignments = [.. to.Select(one => new StepAssignment(one.Seat, one.Role))] };

    public static ForwardStep Forward(DeliveryScene scene, SeatId to, StepRole role, SeatId? from = null) =>
        new(Open(scene, from ?? Office.SpecialistPost).Id, [new StepAssignment(to, role)], "Đồng chí làm tiếp", null);

    public static StepRow Open(DeliveryScene scene, SeatId seat) =>
        scene.Steps.Single(step => step.Seat == seat && DeliveryWorkflow.IsOpen(step));
}
