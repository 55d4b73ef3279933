using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Commits;

/// <summary>
/// One change to one inbox item. It takes the next position of its seat. When the item is not where the change says
/// (<see cref="FromBox"/>), the command is refused whole.
/// </summary>
/// <param name="Key">The item.</param>
/// <param name="Kind">Arrived inserts; Moved, Read and Due update; Removed deletes and leaves a tombstone.</param>
/// <param name="FromBox">The box the item must be in; null for Arrived only.</param>
/// <param name="ToBox">The box afterwards; equal to FromBox for Read and Due.</param>
/// <param name="Content">
/// What the item shows afterwards. Due is refused when the item's deadline is no longer this one: it was moved meanwhile.
/// </param>
/// <param name="By">The reader, for Read: already a reader means the command is refused whole.</param>
/// <param name="FromUrgency">The urgency before, where the change changes it; goes into the push as it is.</param>
public sealed record InboxChange(
    ItemKey Key,
    InboxChangeKind Kind,
    Box? FromBox,
    Box ToBox,
    ItemContent Content,
    OfficialId? By = null,
    Urgency? FromUrgency = null);
