using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Documents;
using Xunit;

namespace PartyRealtime.UnitTests.Documents;

/// <summary>One issuing body with a clerk, two leaders and a specialist, for rules that need people.</summary>
internal static class Office
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    public static readonly UnitId UnitId = new(17);
    public static readonly SeatId Desk = new(170);
    public static readonly SeatId LeaderPost = new(171);
    public static readonly SeatId DeputyPost = new(172);
    public static readonly SeatId SpecialistPost = new(173);

    public static UnitFacts Unit(UnitKind kind = UnitKind.Centre) => new()
    {
        Id = UnitId,
        Code = "TW",
        Kind = kind,
        Tile = "TW",
        Name = "Văn phòng",
        NameEn = "Office",
        Organ = "TW",
        Registers = true,
        Receives = true,
        Desk = Desk,
        Posts =
        [
            new SeatFacts(LeaderPost, SeatKind.Post, SeatRole.Leader, UnitId, "Chánh Văn phòng"),
            new SeatFacts(DeputyPost, SeatKind.Post, SeatRole.Leader, UnitId, "Phó Chánh Văn phòng"),
            new SeatFacts(SpecialistPost, SeatKind.Post, SeatRole.Specialist, UnitId, "Chuyên viên"),
        ],
        People = 12,
    };

    public static Actor Clerk { get; } = Person(1, Desk, SeatKind.Desk, SeatRole.Clerk, UnitId);

    public static Actor Leader { get; } = Person(2, LeaderPost, SeatKind.Post, SeatRole.Leader, UnitId);

    public static Actor Specialist { get; } = Person(3, SpecialistPost, SeatKind.Post, SeatRole.Specialist, UnitId);

    public static Actor Stranger { get; } = Person(9, new SeatId(990), SeatKind.Desk, SeatRole.Clerk, new UnitId(99));

    public static Actor Person(int id, SeatId seat, SeatKind kind, SeatRole role, UnitId unit) =>
        new(new OfficialId(id), $"Người {id}", [new HeldSeat(seat, kind, role, unit, role.ToString())], null, Secrecy.Normal);

    public static DocumentScene Scene(Actor actor, UnitKind kind = UnitKind.Centre) => new()
    {
        Id = new DocumentId(Guid.Parse("11111111-1111-4111-8111-111111111111")),
        Actor = actor,
        Now = Now,
        Unit = Unit(kind),
        Ladder = [Unit(kind)],
        NamedFiles = (Outcome<ImmutableArray<DocumentFileRow>>)ImmutableArray<DocumentFileRow>.Empty,
    };

    public static DocumentDraft Draft(string type = "CT") =>
        new(type, "Chỉ thị về an toàn thông tin", "Nội dung chỉ thị.", Urgency.Urgent, Secrecy.Normal, null, null, []);

    /// <summary>The row as it stands after these acts, each by its person; every act must be allowed.</summary>
    public static DocumentRow After(params ReadOnlySpan<(Actor By, DocumentRequest Request)> acts)
    {
        DocumentRow? row = null;
        foreach (var (by, request) in acts)
        {
            var decision = DocumentRules.Decide(row, request, Scene(by));
            Assert.True(decision.IsOk, $"{request.GetType().Name}: {decision.Refusal?.Code}");
            row = decision.Value.Row with { Position = (row?.Position ?? 0) + decision.Value.Facts.Length };
            if (request is AssignNumber)
                row = row with { Register = "out:17:CT:open:2025-2030", Number = 5, Symbol = "05-CT/TW" };
        }

        return row!;
    }
}
