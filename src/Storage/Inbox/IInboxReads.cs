using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Storage.Inbox;

/// <summary>
/// Inboxes as their holders see them. Each call is one snapshot of the primary. A person sees the seats held today
/// (<see cref="Actor.Seats"/>) and nothing above the own clearance, in lists, totals and counters alike; a seat that is
/// not held and a seat that does not exist look the same.
/// </summary>
public interface IInboxReads
{
    /// <summary>
    /// A page of one box. Refuses FieldInvalid for the box of closed items, for a count outside 1 to
    /// <see cref="InboxQuery.TakeMax"/> and for a continuation that this port did not make.
    /// </summary>
    Task<Outcome<InboxPage>> Page(Actor reader, InboxQuery query, CancellationToken cancellation = default);

    /// <summary>The counters of all boxes.</summary>
    Task<InboxCounters> Counters(Actor reader, CancellationToken cancellation = default);

    /// <summary>
    /// What changed after these cursors, for every seat held today. Resync where the seat cannot be caught up: another
    /// epoch, a cursor beyond the head or older than the tombstones, no cursor at all, more than
    /// <see cref="InboxReads.ChangesMax"/> changes; for all seats when a cursor names a seat that is not held.
    /// </summary>
    Task<InboxCatchUp> CatchUp(Actor reader, IReadOnlyList<SeatCursor> cursors, CancellationToken cancellation = default);

    /// <summary>The items of these keys that the reader holds and may see, closed ones too; at most 100 keys.</summary>
    Task<ImmutableArray<HeldItem>> Items(Actor reader, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation = default);

    /// <summary>The heads of these seats, at most 1,000, with the epoch. Not cut by a reader: for the node itself.</summary>
    Task<SeatHeads> Heads(IReadOnlyCollection<SeatId> seats, CancellationToken cancellation = default);
}
