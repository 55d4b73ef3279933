using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>Who of many people may see what of many documents.</summary>
public interface ISightReads
{
    /// <summary>
    /// Whether each person may open the page of the document named beside, in the order asked: what
    /// <see cref="IDocumentViews.MaySee"/> says of one. A fixed number of statements, however many are asked about.
    /// </summary>
    Task<IReadOnlyList<bool>> MaySee(IReadOnlyList<(DocumentId Document, Actor Actor)> asked, CancellationToken cancellation = default);
}
