using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>
/// One followed seat on this node: who follows it and how far it was pushed. Hints may overtake each other on the bus;
/// here a position waits for the one before it, so that followers get them in order and without a gap, or are told
/// the head and catch up.
/// </summary>
internal sealed class SeatFeed(SeatId seat)
{
    private readonly Lock _lock = new();
    private readonly SortedList<long, CommittedInboxChange> _held = [];
    private readonly HashSet<LiveConnection> _unannounced = [];
    private readonly HashSet<LiveConnection> _asked = [];
    private ImmutableArray<LiveConnection> _followers = [];
    private long? _last;
    private bool _retired;

    public SeatId Seat => seat;

    /// <summary>False when the feed was retired meanwhile: take a new one.</summary>
    public bool Join(LiveConnection connection)
    {
        lock (_lock)
        {
            if (_retired)
                return false;
            _followers = _followers.Add(connection);
            _unannounced.Add(connection);
            return true;
        }
    }

    /// <summary>True when nobody is left: the feed is retired and must leave the map.</summary>
    public bool Leave(LiveConnection connection)
    {
        lock (_lock)
        {
            _followers = _followers.Remove(connection);
            _unannounced.Remove(connection);
            _asked.Remove(connection);
            _retired = _followers.IsEmpty;
            return _retired;
        }
    }

    /// <summary>
    /// Takes a hint; the connections that now have something to send are added to <paramref name="ready"/>. True when
    /// it has to wait for an earlier position: see <see cref="Release"/>.
    /// </summary>
    public bool Accept(CommittedInboxChange change, ISet<LiveConnection> ready)
    {
        lock (_lock)
        {
            if (_last is { } last && change.Position <= last)
                return false;
            if (_last is not null && change.Position > _last + 1)
            {
                _held.TryAdd(change.Position, change);
                return true;
            }

            Deliver(change, ready);
            DeliverHeld(ready);
            return false;
        }
    }

    /// <summary>
    /// Gives up waiting: whatever is still held is not pushed, its followers are told the newest head instead. True when
    /// something was held.
    /// </summary>
    public bool Release(ISet<LiveConnection> ready)
    {
        lock (_lock)
        {
            if (_held.Count == 0)
                return false;
            AnnounceAll(_held.Keys[^1], ready);
            return true;
        }
    }

    /// <summary>
    /// The head is about to be read. Only who follows by now will be told it: for who joins while the answer is under way it
    /// may be older than what was pushed before they came.
    /// </summary>
    public void Ask()
    {
        lock (_lock)
        {
            _asked.UnionWith(_unannounced);
            _unannounced.Clear();
        }
    }

    /// <summary>
    /// A head was read in the tables. Followers that joined before it was asked for are told it: what happened while they
    /// were connecting may have been pushed to nobody. True when the head is beyond the last push.
    /// </summary>
    public bool Observe(long head, ISet<LiveConnection> ready)
    {
        lock (_lock)
        {
            foreach (var connection in _asked)
            {
                if (connection.Announce(seat, head))
                    ready.Add(connection);
            }

            _asked.Clear();
            _last ??= head;
            return head > _last;
        }
    }

    /// <summary>The hint for this head did not come: followers are told the head. False when it came after all.</summary>
    public bool Heal(long head, ISet<LiveConnection> ready)
    {
        lock (_lock)
        {
            if (_last is { } last && last >= head)
                return false;
            AnnounceAll(head, ready);
            DeliverHeld(ready);
            return true;
        }
    }

    /// <summary>Another epoch has begun: positions start anew, and every follower is told the next head.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _last = null;
            _held.Clear();
            _unannounced.UnionWith(_followers);
        }
    }

    private void AnnounceAll(long head, ISet<LiveConnection> ready)
    {
        _last = head;
        while (_held.Count > 0 && _held.Keys[0] <= head)
            _held.RemoveAt(0);
        foreach (var connection in _followers)
        {
            if (connection.Announce(seat, head))
                ready.Add(connection);
        }
    }

    private void DeliverHeld(ISet<LiveConnection> ready)
    {
        while (_held.Count > 0 && _held.Keys[0] == _last + 1)
        {
            var next = _held.Values[0];
            _held.RemoveAt(0);
            Deliver(next, ready);
        }
    }

    private void Deliver(CommittedInboxChange change, ISet<LiveConnection> ready)
    {
        _last = change.Position;
        foreach (var connection in _followers)
        {
            if (connection.Enqueue(change))
                ready.Add(connection);
        }
    }
}
