using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Deliveries;

/// <summary>One delivery at a receiving body, for rules that need its people.</summary>
internal static class Receiving
{
    public static readonly UnitFacts Receiver = Office.Unit(UnitKind.Commune);

    public static readonly SeatId SenderDesk = new(500);

    /// <summary>Who holds the sender's desk, and no part in the receiving body.</summary>
    public static readonly Actor SenderClerk = Office.Person(52, SenderDesk, SeatKind.Desk, SeatRole.Clerk, new UnitId(50));

    public static readonly DocumentRow Document = new()
    {
        Id = new DocumentId(Guid.Parse("22222222-2222-4222-8222-222222222222")),
        Position = 9,
        Unit = new UnitId(50),
        Author = new OfficialId(51),
        AuthorSeat = SenderDesk,
        State = DocumentState.Issued,
        Type = "CT",
        Abstract = "Chỉ thị",
        Symbol = "05-CT/TW",
        BodyVersion = 1,
        CreatedAt = Office.Now,
    };

    public static readonly AssignDelivery Assign = new(
        [new StepAssignment(Office.SpecialistPost, StepRole.Lead), new StepAssignment(Office.DeputyPost, StepRole.ForInformation)],
        "Đồng chí chủ trì",
        new DateOnly(2026, 11, 25));

    public static DeliveryScene Arrived(Actor actor) => new()
    {
        Row = new DeliveryRow
        {
            Id = DeliveryId.Of(Document.Id, Receiver.Id),
            Document = Document.Id,
            Unit = Receiver.Id,
            Tile = "01",
            Ordinal = 1,
            Position = 1,
            State = DeliveryState.Arrived,
            SentAt = Office.Now,
            ArrivedAt = Office.Now,
        },
        Steps = [],
        Document = Document,
        Unit = Receiver,
        Sender = Office.Unit() with { Id = new UnitId(50), Desk = SenderDesk },
        Branch = [Receiver],
        Actor = actor,
        Now = Office.Now,
    };

    public static DeliveryScene Then(DeliveryScene scene, DeliveryRequest request)
    {
        var decision = DeliveryRules.Decide(request, scene);
        Assert.True(decision.IsOk, $"{request.GetType().Name}: {decision.Refusal?.Code}");
        return scene with { Row = decision.Value.Row, Steps = decision.Value.Steps };
    }

    public static RefusalCode Refused(DeliveryScene scene, DeliveryRequest request) =>
        DeliveryRules.Decide(request, scene).Refusal!.Code;
}
