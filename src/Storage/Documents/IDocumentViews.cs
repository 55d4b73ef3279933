using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>Documents as one person may see them. What is out of scope is null, as if it did not exist.</summary>
public interface IDocumentViews
{
    /// <summary>The document page.</summary>
    Task<DocumentView?> Document(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>
    /// Issued documents of the same body, newest first, at most 100: what may replace or correct this one. Null when the
    /// person is no clerk of the issuing body.
    /// </summary>
    Task<ImmutableArray<SuccessorView>?> Successors(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>
    /// The versions of a text written together, newest first, without their content. Null for those who are neither of
    /// the issuing body nor invited: how a text came about is not its recipients' to know.
    /// </summary>
    Task<ImmutableArray<VersionView>?> Versions(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>One of them with its content; null where there is none for this person.</summary>
    Task<VersionView?> Version(Actor actor, DocumentId id, VersionKey version, CancellationToken cancellation = default);

    /// <summary>Whether the person may know how a text written together came about: its versions, and who wrote what.</summary>
    Task<bool> MaySeeDrafting(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>
    /// What is said about a draft that is written together: the threads that changed after this position of the document.
    /// Null for those who are neither of the issuing body nor invited.
    /// </summary>
    Task<ThreadsView?> Threads(Actor actor, DocumentId id, long after, CancellationToken cancellation = default);

    /// <summary>Whether the person may open the document page.</summary>
    Task<bool> MaySee(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>A file of a version the person may see, by hash.</summary>
    Task<FileView?> File(Actor actor, DocumentId id, string hash, CancellationToken cancellation = default);

    /// <summary>Whether the person may open the board: author, reviewer, clerks and leaders of the issuing body.</summary>
    Task<bool> MayWatchBoard(Actor actor, DocumentId id, CancellationToken cancellation = default);

    /// <summary>The delivery's document when the person may act on or see the delivery.</summary>
    Task<DocumentId?> DocumentOf(Actor actor, DeliveryId id, CancellationToken cancellation = default);
}
