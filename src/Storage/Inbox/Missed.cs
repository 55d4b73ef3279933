using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Everything one snapshot says about what a device missed; decides what can be told and what is a resync.</summary>
internal sealed record Missed
{
    public required string Epoch { get; init; }

    public required Dictionary<int, long> Heads { get; init; }

    public required ImmutableArray<BoxCounter> Counters { get; init; }

    public required Dictionary<int, long> Horizons { get; init; }

    public required HashSet<int> Hidden { get; init; }

    public required ILookup<int, InboxItemRow> Changed { get; init; }

    public required ILookup<int, TombstoneRow> Removed { get; init; }

    /// <summary>The answer for one seat, whose device stands at this cursor; null when it stands nowhere.</summary>
    public SeatCatchUp Of(int seat, SeatCursor? cursor)
    {
        var id = new SeatId(seat);
        var head = Heads.GetValueOrDefault(seat);
        if (cursor is null || MustResync(seat, cursor, head))
            return new SeatCatchUp(id, head, Resync: true, [], []);
        // An item that was removed and came again is there: it is told as changed only.
        var changed = Changed[seat].Select(row => row.Key).ToHashSet();
        return new SeatCatchUp(
            id,
            head,
            Resync: false,
            [.. Changed[seat].Select(row => row.ToItem())],
            [.. Removed[seat].Select(row => new ItemKey(id, row.Subject, (Reason)row.Reason)).Where(key => !changed.Contains(key))]);
    }

    private bool MustResync(int seat, SeatCursor cursor, long head) =>
        cursor.Epoch != Epoch
        || cursor.Position < 0
        || cursor.Position > head
        || cursor.Position < Horizons.GetValueOrDefault(seat)
        || Hidden.Contains(seat)
        || Changed[seat].Count() + Removed[seat].Count() > InboxReads.ChangesMax;
}
