using System.Collections.Concurrent;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>This node's connections, and which seats they follow. The only place that knows both.</summary>
internal sealed class LiveMap(IPushInterest interest)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new();
    private readonly ConcurrentDictionary<SeatId, SeatFeed> _feeds = new();

    public int Connections => _connections.Count;

    public int Seats => _feeds.Count;

    public IEnumerable<LiveConnection> All => _connections.Values;

    /// <summary>Adds the connection; from now on it gets what its seats are hinted.</summary>
    public void Add(LiveConnection connection)
    {
        _connections[connection.Id] = connection;
        foreach (var seat in connection.Seats)
        {
            while (!_feeds.GetOrAdd(seat, static id => new SeatFeed(id)).Join(connection))
            {
                // The feed was just retired by its last follower, who takes it out of the map.
                Thread.Yield();
            }

            interest.Follow(seat);
        }
    }

    /// <summary>Removes the connection; does nothing when it is not there.</summary>
    public LiveConnection? Remove(string id)
    {
        if (!_connections.TryRemove(id, out var connection))
            return null;
        foreach (var seat in connection.Seats)
        {
            if (_feeds.TryGetValue(seat, out var feed) && feed.Leave(connection))
                Retire(seat, feed);
        }

        return connection;
    }

    /// <summary>The feed of a seat; null when nobody here follows it.</summary>
    public SeatFeed? Feed(SeatId seat) => _feeds.GetValueOrDefault(seat);

    /// <summary>
    /// Closes the connections whose seats are others on this day than when they were made: seats are held from one day
    /// to another, so somebody's set changes at midnight without an act.
    /// </summary>
    public void NewDay(DateOnly day)
    {
        foreach (var connection in _connections.Values)
        {
            var today = connection.Session.ActorOn(day, null).Seats.Select(seat => seat.Seat).ToHashSet();
            if (!today.SetEquals(connection.Seats))
                connection.Cut();
        }
    }

    /// <summary>
    /// Another epoch has begun: positions start anew, and what devices hold may be gone. Every connection is closed; who
    /// comes back catches up and is told to read afresh.
    /// </summary>
    public void Reset()
    {
        foreach (var feed in _feeds.Values)
            feed.Reset();
        foreach (var connection in _connections.Values)
            connection.Cut();
    }

    /// <summary>The seats followed at this moment.</summary>
    public SeatId[] Followed() => [.. _feeds.Keys];

    private void Retire(SeatId seat, SeatFeed feed)
    {
        _feeds.TryRemove(new KeyValuePair<SeatId, SeatFeed>(seat, feed));
        interest.Unfollow(seat);
        // Somebody may have begun to follow between the two lines above.
        if (_feeds.ContainsKey(seat))
            interest.Follow(seat);
    }
}
