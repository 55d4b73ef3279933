using System.Collections.Concurrent;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>This node's connections, and which seats they follow. The only place that knows both.</summary>
internal sealed class LiveMap(IPushInterest interest)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _connections = new();
    private readonly Followed<SeatId, SeatFeed> _feeds = new(static seat => new SeatFeed(seat), interest.Follow, interest.Unfollow);

    public int Connections => _connections.Count;

    public int Seats => _feeds.Count;

    public IEnumerable<LiveConnection> All => _connections.Values;

    /// <summary>A connection of this node; null when it has gone.</summary>
    public LiveConnection? Find(string id) => _connections.GetValueOrDefault(id);

    /// <summary>Adds the connection; from now on it gets what its seats are hinted.</summary>
    public void Add(LiveConnection connection)
    {
        _connections[connection.Id] = connection;
        foreach (var seat in connection.Seats)
            _feeds.Join(seat, feed => feed.Join(connection));
    }

    /// <summary>Removes the connection; does nothing when it is not there.</summary>
    public LiveConnection? Remove(string id)
    {
        if (!_connections.TryRemove(id, out var connection))
            return null;
        foreach (var seat in connection.Seats)
            _feeds.Leave(seat, feed => feed.Leave(connection));
        return connection;
    }

    /// <summary>The feed of a seat; null when nobody here follows it.</summary>
    public SeatFeed? Feed(SeatId seat) => _feeds.TryGet(seat, out var feed) ? feed : null;

    /// <summary>
    /// Closes the connections whose seats are others on this day than when they were made: seats are held from one day
    /// to another, so somebody's set changes at midnight without an act.
    /// </summary>
    public void NewDay(DateOnly day)
    {
        foreach (var connection in _connections.Values)
            Recheck(connection, day);
    }

    /// <summary>The same for one connection.</summary>
    public static void Recheck(LiveConnection connection, DateOnly day)
    {
        var today = connection.Session.ActorOn(day, null).Seats.Select(seat => seat.Seat).ToHashSet();
        if (!today.SetEquals(connection.Seats))
            connection.Cut();
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
}
