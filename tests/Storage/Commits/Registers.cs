using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Registers;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Commands that take numbers.</summary>
internal static class Registers
{
    public const string Series = "out:17:CT:0";

    /// <summary>Numbers a document in the register of its body and type.</summary>
    public static Commit Number(DocumentId document, long expected, CommandClaim? claim = null, string series = Series, string? term = null, string suffix = "-CT/TW") => new()
    {
        Claim = claim ?? Make.Claim(Make.Key()),
        By = Make.By(Make.Me),
        Appends = [new StreamAppend(document.Stream, expected, Make.Facts(1, "document.numbered"))],
        Rows = [Rows.Document(document, expected + 1)],
        Take = new RegisterTake(series, term, document.Stream, RegisterTarget.Document, suffix),
    };

    /// <summary>Registers an arrival.</summary>
    public static Commit Arrival(DeliveryId delivery, string series = "in:31:all:0") => new()
    {
        Claim = Make.Claim(Make.Key()),
        By = Make.By(Make.Me),
        Appends = [new StreamAppend(delivery.Stream, 0, Make.Facts(1, "delivery.registered"))],
        Rows = [Rows.Delivery(delivery, new DocumentId(Guid.NewGuid()), 31, 1)],
        Take = new RegisterTake(series, null, delivery.Stream, RegisterTarget.Delivery, null),
    };

    public static Commit Void(DocumentId document, long expected, string register, long number, string reason = "in nhầm") => new()
    {
        Claim = Make.Claim(Make.Key()),
        By = Make.By(Make.Me),
        Appends = [new StreamAppend(document.Stream, expected, Make.Facts(1, "document.number-voided"))],
        Rows = [Rows.Document(document, expected + 1), new RegisterVoid(register, number, document.Stream, Rows.Noon, reason)],
    };

    /// <summary>Takes a register over from elsewhere, filled up to this number.</summary>
    public static Commit Carry(string register, int last, DateOnly on) => Make.Append(Make.NewStream(), 0) with
    {
        Rows =
        [
            new CarriedRegister(register, last + 1, on),
            .. Enumerable.Range(1, last).Select(number => new CarriedEntry(register, number, on, Make.NewStream(), Rows.Noon)),
        ],
    };

    public static DeliveryId NewDelivery() => new(Guid.NewGuid());

    public static DocumentId NewDocument() => new(Guid.NewGuid());

    public static UnitId Body => new(17);
}
