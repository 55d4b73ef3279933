using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>An inbox item with its words, as the statements select it.</summary>
internal sealed class InboxItemRow
{
    public int Seat { get; init; }

    public Guid Subject { get; init; }

    public int Reason { get; init; }

    public int Box { get; init; }

    public long ChangedSeq { get; init; }

    public long ArrivedSeq { get; init; }

    public long ArrivedAtMs { get; init; }

    public string ReadBy { get; init; } = "";

    public int Urgency { get; init; }

    public int Secrecy { get; init; }

    public string? DueOn { get; init; }

    public int Overdue { get; init; }

    public Guid? Document { get; init; }

    public Guid? Delivery { get; init; }

    public int? FromUnit { get; init; }

    public int? FromOfficial { get; init; }

    public string? Note { get; init; }

    public string? Symbol { get; init; }

    public string? DocumentType { get; init; }

    public string? Abstract { get; init; }

    public string? From { get; init; }

    /// <summary>The full name of the sending unit's province; null where a person sends, and for a unit in no province.</summary>
    public string? Province { get; init; }

    public long? RemindedAtMs { get; init; }

    public ItemKey Key => new(new SeatId(Seat), Subject, (Reason)Reason);

    public PageCursor Cursor => new(ArrivedAtMs, Seat, ArrivedSeq);

    /// <summary>As lists, catch-ups and pushes show it.</summary>
    public InboxItem ToItem() => new()
    {
        Seat = new SeatId(Seat),
        Subject = Subject,
        Reason = (Reason)Reason,
        Box = (Box)Box,
        Position = ChangedSeq,
        ArrivedAt = DateTimeOffset.FromUnixTimeMilliseconds(ArrivedAtMs),
        ReadBy = Readers(),
        Urgency = (Urgency)Urgency,
        Secrecy = (Secrecy)Secrecy,
        DueOn = Due(),
        Overdue = Overdue != 0,
        DocumentId = Document is { } document ? new DocumentId(document) : null,
        DeliveryId = Delivery is { } delivery ? new DeliveryId(delivery) : null,
        Symbol = Symbol,
        DocumentType = DocumentType,
        Abstract = Abstract ?? "",
        From = Sender(),
        Note = Note,
        RemindedAt = Reminded(),
        ArrivedSeq = ArrivedSeq,
    };

    /// <summary>As a change to it needs it.</summary>
    public HeldItem ToHeld() => new(Key, (Box)Box, Readers(), new ItemContent
    {
        Document = Document is { } document ? new DocumentId(document) : null,
        Delivery = Delivery is { } delivery ? new DeliveryId(delivery) : null,
        FromUnit = FromUnit is { } unit ? new UnitId(unit) : null,
        FromOfficial = FromOfficial is { } official ? new OfficialId(official) : null,
        Urgency = (Urgency)Urgency,
        Secrecy = (Secrecy)Secrecy,
        DueOn = Due(),
        Note = Note,
        Symbol = Symbol,
        DocumentType = DocumentType,
        Abstract = Abstract ?? "",
        From = Sender(),
        RemindedAt = Reminded(),
    });

    /// <summary>As <see cref="Contracts.Organisation.UnitFacts.FullName"/> says it to whom it is pushed.</summary>
    private string Sender()
    {
        var name = From ?? "";
        return Province is { } of && TileName.Behind(name, TileName.Of(of)) is { } province ? $"{name}, {province}" : name;
    }

    private DateTimeOffset? Reminded() =>
        RemindedAtMs is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private DateOnly? Due() =>
        DueOn is { } on ? DateOnly.ParseExact(on, "O", CultureInfo.InvariantCulture) : null;

    private ImmutableArray<OfficialId> Readers()
    {
        var readers = ImmutableArray.CreateBuilder<OfficialId>();
        foreach (var part in ReadBy.AsSpan().Split(','))
        {
            if (int.TryParse(ReadBy.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var reader))
                readers.Add(new OfficialId(reader));
        }

        return readers.DrainToImmutable();
    }
}
