using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Drafting;

/// <summary>Drafts as the tables hold them, without a policy: for the grains.</summary>
public interface IDraftReads
{
    /// <summary>Everything that makes the draft anew, from one state of the tables; empty for a draft that nobody wrote in.</summary>
    Task<StoredDraft> Load(DocumentId id, CancellationToken cancellation = default);

    /// <summary>The last place of the draft's log; 0 while nothing is written.</summary>
    Task<long> Head(DocumentId id, CancellationToken cancellation = default);

    /// <summary>How many versions of the draft were named.</summary>
    Task<int> NamedVersions(DocumentId id, CancellationToken cancellation = default);

    /// <summary>A version as it was written; null when there is none.</summary>
    Task<StoredVersion?> Version(DocumentId id, VersionKey version, CancellationToken cancellation = default);

    /// <summary>The seats that are invited now, at most 200, by seat.</summary>
    Task<ImmutableArray<DraftParticipantRow>> Participants(DocumentId id, CancellationToken cancellation = default);

    /// <summary>One thread; null when the draft has none of this id.</summary>
    Task<DraftThreadRow?> Thread(DocumentId id, ThreadId thread, CancellationToken cancellation = default);

    /// <summary>How many threads the draft has, however they stand.</summary>
    Task<int> Threads(DocumentId id, CancellationToken cancellation = default);

    /// <summary>How many positions of the document behind this one were taken by something that was said about its draft.</summary>
    Task<int> Said(DocumentId id, long after, CancellationToken cancellation = default);
}
