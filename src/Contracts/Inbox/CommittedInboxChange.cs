using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>
/// One committed position of a seat's inbox, complete enough to be applied to a snapshot: the item after the change,
/// and what is needed to know it before.
/// </summary>
/// <param name="Seat">Whose inbox.</param>
/// <param name="Position">The seat's position; contiguous per seat.</param>
/// <param name="Kind">What changed.</param>
/// <param name="FromBox">The box before; null when the item is new.</param>
/// <param name="By">The reader, for <see cref="InboxChangeKind.Read"/>.</param>
/// <param name="Item">The item after the change; for <see cref="InboxChangeKind.Removed"/> as it last was.</param>
/// <param name="FromUrgency">The urgency before, where the change changed it: counters count by it.</param>
/// <param name="FromOverdue">Whether it was overdue before, where the change changed that: a new deadline ends it.</param>
[GenerateSerializer, Immutable, Alias("committed-inbox-change")]
public sealed record CommittedInboxChange(
    [property: Id(0)] SeatId Seat,
    [property: Id(1)] long Position,
    [property: Id(2)] InboxChangeKind Kind,
    [property: Id(3)] Box? FromBox,
    [property: Id(4)] OfficialId? By,
    [property: Id(5)] InboxItem Item,
    [property: Id(6)] Urgency? FromUrgency = null,
    [property: Id(7)] bool? FromOverdue = null);
