using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>One place of a draft's log; written once. Places rise from 1 without a gap, and two who write one place exclude each other.</summary>
public sealed record DraftEntryRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>From 1.</summary>
    public required long Seq { get; init; }

    public required DraftEntryKind Kind { get; init; }

    /// <summary>Whose update it is; a Yjs update names nobody.</summary>
    public required OfficialId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A Yjs update (format v1), as it came; at most 1 MB.</summary>
    public required byte[] Bytes { get; init; }
}
