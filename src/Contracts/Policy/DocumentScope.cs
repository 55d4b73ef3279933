using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>
/// Who may see a document; the one statement of it in words that run. Storage says the same as an SQL predicate, and a test
/// holds both equal on random data. Deny by default; clearance below secrecy always denies.
/// </summary>
public static class DocumentScope
{
    /// <summary>Through the issuing body, by an invitation to its draft, or through a delivery.</summary>
    public static bool MaySee(ReaderScope reader, DocumentFacts facts) =>
        IsCleared(reader, facts.Document)
        && (IsIssuing(reader, facts.Document) || IsInvited(reader, facts.Invited) || IsReceiving(reader, facts));

    public static bool IsCleared(ReaderScope reader, DocumentRow document) => document.Secrecy <= reader.Clearance;

    /// <summary>
    /// The author and the seat it was written from; the seat that reviews it; clerks and leaders of the issuing body
    /// while it is out of its author's hands.
    /// </summary>
    public static bool IsIssuing(ReaderScope reader, DocumentRow document) =>
        document.Author == reader.Official
        || reader.Seats.Contains(document.AuthorSeat)
        || (document.Reviewer is { } reviewer && reader.Seats.Contains(reviewer))
        || (document.State != DocumentState.Drafting && reader.Units.Contains(document.Unit));

    /// <summary>Who was invited to a draft sees the document as long as the invitation stands, whatever its state.</summary>
    public static bool IsInvited(ReaderScope reader, IEnumerable<SeatId> invited) => invited.Any(seat => reader.Seats.Contains(seat));

    /// <summary>Clerks and leaders of a unit it has arrived at; holders of a seat with a step.</summary>
    private static bool IsReceiving(ReaderScope reader, DocumentFacts facts) =>
        facts.ArrivedAt.Any(unit => reader.Units.Contains(unit)) || facts.StepSeats.Any(seat => reader.Seats.Contains(seat));
}
