using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A draft as it stood at a place of its log; written once. What lies later in the log comes on top.</summary>
public sealed record DraftSnapshotRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>The last place that the state contains.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The whole document as one Yjs update (format v1).</summary>
    public required byte[] State { get; init; }
}
