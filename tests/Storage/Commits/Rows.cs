using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Rows as slices make them.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 5, 0, 0, 123, TimeSpan.Zero);

    public static UnitRow Unit(int id, string code) => new()
    {
        Id = new UnitId(id),
        Code = code,
        Kind = UnitKind.Commune,
        Tile = "11",
        Name = $"Đảng ủy {id}",
        NameEn = $"Committee {id}",
        Organ = "ĐU",
        Registers = true,
        ValidFrom = new DateOnly(2025, 7, 1),
    };

    public static DocumentBodyRow Body(DocumentId document, int version, string text) => new()
    {
        Document = document,
        Version = version,
        Text = text,
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)),
    };

    public static DocumentRow Document(DocumentId id, long position) => new()
    {
        Id = id,
        Position = position,
        Unit = new UnitId(17),
        Author = Make.Me,
        AuthorSeat = Make.Post,
        State = DocumentState.Numbered,
        Type = "CT",
        Abstract = "Về công tác văn thư",
        BodyVersion = 1,
        CreatedAt = Noon,
    };

    public static DeliveryRow Delivery(DeliveryId id, DocumentId document, int unit, long position) => new()
    {
        Id = id,
        Document = document,
        Unit = new UnitId(unit),
        Tile = "11",
        Ordinal = unit,
        Position = position,
        State = DeliveryState.Registered,
        SentAt = Noon,
    };
}
