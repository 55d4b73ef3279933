using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// Where a screen stands in each of its seats, and what it shows of what comes: a change is shown when it is the next
/// position of its seat, and each position once. Not for two threads at once.
/// </summary>
/// <param name="tally">What all screens of the run count together.</param>
/// <param name="shown">Called for each item when the screen shows it changed, by push or by catching up.</param>
public sealed class ScreenPositions(ScreenTally tally, Action<InboxItem> shown)
{
    private readonly Dictionary<SeatId, long> _positions = [];

    /// <summary>How far the connection that is open now has pushed each seat.</summary>
    private readonly Dictionary<SeatId, long> _pushed = [];

    private string _pushedEpoch = "";
    private string? _epoch;
    private bool _missed;

    public IReadOnlyList<SeatCursor> Cursors =>
        [.. _positions.Select(position => new SeatCursor(position.Key, _epoch ?? "", position.Value))];

    /// <summary>Another connection is open, which may push again what the one before did.</summary>
    public void Connected() => _pushed.Clear();

    /// <summary>The first read. False when something was pushed before it: the screen has to catch up.</summary>
    public bool Take(InboxCounters first)
    {
        _epoch = first.Epoch;
        foreach (var cursor in first.Cursors)
            _positions[cursor.Seat] = cursor.Position;
        return !_missed;
    }

    /// <summary>A push. False when a position is missing or the epoch is another one: the screen has to catch up.</summary>
    public bool Take(InboxChanged push)
    {
        CountRepeats(push);
        _missed |= _epoch is null;
        if (_epoch is null)
            return true;
        foreach (var change in push.Changes)
        {
            tally.Pushed();
            var known = _positions.GetValueOrDefault(change.Seat);
            if (push.Epoch != _epoch || change.Position > known + 1)
                return false;
            if (change.Position <= known)
            {
                tally.Old();
                continue;
            }

            _positions[change.Seat] = change.Position;
            shown(change.Item.Position == change.Position ? change.Item : change.Item with { Position = change.Position });
        }

        return true;
    }

    /// <summary>Whether a seat has gone on beyond what the screen shows.</summary>
    public bool IsBehind(Behind told) => _epoch is not null && _positions.GetValueOrDefault(told.Seat) < told.Head;

    /// <summary>What was missed. What was pushed since it was asked for is in it again, and not shown again.</summary>
    public void Take(InboxCatchUp caughtUp)
    {
        var anew = caughtUp.Epoch != _epoch;
        _epoch = caughtUp.Epoch;
        foreach (var seat in caughtUp.Seats)
        {
            if (seat.Resync)
                tally.Resynced();
            // Where everything is read afresh the head may lie below what was known.
            var known = anew || seat.Resync ? 0 : _positions.GetValueOrDefault(seat.Seat);
            foreach (var item in seat.Changed.Where(item => item.Position > known))
                shown(item);
            _positions[seat.Seat] = Math.Max(known, seat.Head);
        }
    }

    /// <summary>The positions by which the screen is behind or ahead of a fresh read; 0 when it shows the present.</summary>
    public long Apart(InboxCounters fresh) =>
        (fresh.Epoch == _epoch ? 0 : 1)
        + fresh.Cursors.Sum(cursor => Math.Abs(cursor.Position - _positions.GetValueOrDefault(cursor.Seat)));

    private void CountRepeats(InboxChanged push)
    {
        if (push.Epoch != _pushedEpoch)
            _pushed.Clear();
        _pushedEpoch = push.Epoch;
        foreach (var change in push.Changes)
        {
            if (_pushed.TryGetValue(change.Seat, out var last) && change.Position <= last)
                tally.Repeated();
            else
                _pushed[change.Seat] = change.Position;
        }
    }
}
