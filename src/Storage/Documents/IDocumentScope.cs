using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>
/// Who may see a document, as one SQL predicate. A missing document and one out of scope are the same answer.
/// </summary>
public interface IDocumentScope
{
    /// <summary>
    /// True for the author (person or seat), the reviewer, the clerks of the issuing unit once its author has
    /// let go of it, its leaders once it is issued, the clerks and leaders of units it has arrived at, and whoever holds a step of a delivery; and only
    /// within the clearance.
    /// </summary>
    Task<bool> MaySee(Actor actor, DocumentId document, CancellationToken cancellation = default);
}
