using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// What a device knows of its person's inbox, and how pushes and catch-ups change it: the rule of the browser, written
/// once more as a pure function. A snapshot that knows no items still keeps exact counters: a change says enough.
/// </summary>
internal sealed record InboxSnapshot
{
    public required OfficialId Official { get; init; }

    public required string Epoch { get; init; }

    /// <summary>The position of each seat that this snapshot stands at.</summary>
    public required ImmutableSortedDictionary<int, long> Cursors { get; init; }

    /// <summary>The open items; null for a snapshot that only counts.</summary>
    public ImmutableDictionary<ItemKey, InboxItem>? Items { get; init; }

    public ImmutableSortedDictionary<Box, BoxCounter> Counters { get; init; } = ImmutableSortedDictionary<Box, BoxCounter>.Empty;

    /// <summary>
    /// Contiguous positions are applied, old ones ignored. Null when a position is missing, or the epoch is another one:
    /// the device has to catch up.
    /// </summary>
    public InboxSnapshot? Apply(InboxChanged pushed)
    {
        if (pushed.Epoch != Epoch)
            return null;
        var snapshot = this;
        foreach (var change in pushed.Changes)
        {
            if (!snapshot.Cursors.TryGetValue(change.Seat.Value, out var at) || change.Position > at + 1)
                return null;
            if (change.Position == at + 1)
                snapshot = snapshot.Apply(change);
        }

        return snapshot;
    }

    /// <summary>The snapshot at the heads of the answer; null when a seat has to be read afresh.</summary>
    public InboxSnapshot? Apply(InboxCatchUp answer)
    {
        if (answer.Epoch != Epoch || answer.Seats.Any(seat => seat.Resync))
            return null;
        var items = Items;
        foreach (var seat in answer.Seats)
        {
            items = items?.RemoveRange(seat.Removed).RemoveRange(seat.Changed.Select(KeyOf))
                .AddRange(seat.Changed.Where(IsOpen).Select(item => KeyValuePair.Create(KeyOf(item), item)));
        }

        return this with
        {
            Items = items,
            Cursors = answer.Seats.ToImmutableSortedDictionary(seat => seat.Seat.Value, seat => seat.Head),
            Counters = answer.Counters.ToImmutableSortedDictionary(counter => counter.Box, counter => counter),
        };
    }

    public static ItemKey KeyOf(InboxItem item) => new(item.Seat, item.Subject, item.Reason);

    private static bool IsOpen(InboxItem item) => item.Box != Box.Closed;

    private InboxSnapshot Apply(CommittedInboxChange change)
    {
        var key = KeyOf(change.Item);
        var after = After(change, Items?.GetValueOrDefault(key));
        var counters = Count(Counters, Before(change, key), -1);
        return this with
        {
            Cursors = Cursors.SetItem(change.Seat.Value, change.Position),
            Items = after is null ? Items?.Remove(key) : Items?.SetItem(key, after),
            Counters = Count(counters, after, +1),
        };
    }

    /// <summary>
    /// What a read or a due change does not change, the device knows better: its words may have been read before
    /// somebody else's change to the item.
    /// </summary>
    private static InboxItem? After(CommittedInboxChange change, InboxItem? known) => change.Kind switch
    {
        InboxChangeKind.Removed => null,
        InboxChangeKind.Read when known is not null => known with { ReadBy = change.Item.ReadBy, Position = change.Position },
        InboxChangeKind.Due when known is not null => known with { Overdue = true, Position = change.Position },
        _ => IsOpen(change.Item) ? change.Item : null,
    };

    /// <summary>What was counted before: the known item, or what the change says of it.</summary>
    private InboxItem? Before(CommittedInboxChange change, ItemKey key)
    {
        if (Items is not null)
            return Items.GetValueOrDefault(key);
        if (change.FromBox is not { } box || box == Box.Closed)
            return null;
        return change.Item with
        {
            Box = box,
            ReadBy = change.Kind == InboxChangeKind.Read
                ? change.Item.ReadBy.RemoveAll(reader => reader == change.By)
                : change.Item.ReadBy,
            Urgency = change.FromUrgency ?? change.Item.Urgency,
            Overdue = change.FromOverdue ?? (change.Kind != InboxChangeKind.Due && change.Item.Overdue),
        };
    }

    private ImmutableSortedDictionary<Box, BoxCounter> Count(
        ImmutableSortedDictionary<Box, BoxCounter> counters, InboxItem? item, int by)
    {
        if (item is null)
            return counters;
        var counter = counters.GetValueOrDefault(item.Box) ?? new BoxCounter(item.Box, 0, 0, 0, 0);
        counter = new BoxCounter(
            item.Box,
            counter.Total + by,
            counter.Unread + (item.ReadBy.Contains(Official) ? 0 : by),
            counter.Urgent + (item.Urgency > Urgency.Normal ? by : 0),
            counter.Overdue + (item.Overdue ? by : 0));
        return counter.Total == 0 ? counters.Remove(item.Box) : counters.SetItem(item.Box, counter);
    }
}
