using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>
/// Documents as the tables hold them, without a policy: for grains and for readers that apply the policy themselves.
/// </summary>
public interface IDocumentReads
{
    /// <summary>The document; null when there is none.</summary>
    Task<DocumentRow?> Find(DocumentId id, CancellationToken cancellation = default);

    /// <summary>The text of a version; null when there is none.</summary>
    Task<string?> Body(DocumentId id, int version, CancellationToken cancellation = default);

    /// <summary>The files of a version, in their order.</summary>
    Task<ImmutableArray<DocumentFileRow>> Files(DocumentId id, int version, CancellationToken cancellation = default);

    /// <summary>This person's uploads of the last 24 hours among these hashes; at most one row a hash.</summary>
    Task<ImmutableArray<UploadRow>> Uploads(OfficialId official, IReadOnlyCollection<string> hashes, CancellationToken cancellation = default);

    /// <summary>Documents under recall whose recipients have all been asked and have all answered; at most <paramref name="max"/>.</summary>
    Task<ImmutableArray<DocumentRow>> RecallsAnswered(int max, CancellationToken cancellation = default);

    /// <summary>The answers to the recall of a document.</summary>
    Task<RecallAnswers> RecallAnswers(DocumentId id, CancellationToken cancellation = default);

    /// <summary>
    /// How many units have had the document unregistered since before this instant and were not reminded after it: of
    /// those named, or of all where none is named.
    /// </summary>
    Task<int> Remindable(DocumentId id, DateTimeOffset before, IReadOnlyCollection<UnitId> units, CancellationToken cancellation = default);

    /// <summary>The facts of the document's stream, in order, at most <paramref name="max"/> of the newest.</summary>
    Task<ImmutableArray<HistoryLine>> History(DocumentId id, int max, CancellationToken cancellation = default);
}
