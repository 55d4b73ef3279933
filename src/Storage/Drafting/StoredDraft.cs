using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Drafting;

/// <summary>All that the tables hold of a draft, as of one moment.</summary>
/// <param name="Snapshot">The newest one; null while there is none.</param>
/// <param name="Tail">The places of the log behind the snapshot, in order.</param>
/// <param name="Clients">Every client id that is bound to a person.</param>
public sealed record StoredDraft(
    DraftSnapshotRow? Snapshot, ImmutableArray<DraftEntryRow> Tail, ImmutableArray<DraftClientRow> Clients)
{
    /// <summary>The last place of the log; 0 while nothing is written.</summary>
    public long Head => Tail.IsEmpty ? Snapshot?.Seq ?? 0 : Tail[^1].Seq;
}
