using System.Collections.Immutable;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// Who watches which session. Under one lock: a set that is taken away as empty while somebody joins it would be told nothing
/// any more, not even that the session has ended.
/// </summary>
internal sealed class SessionWatchers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SessionKey, HashSet<SessionWatcher>> _of = [];

    public IReadOnlyCollection<SessionKey> Keys
    {
        get
        {
            lock (_lock)
                return [.. _of.Keys];
        }
    }

    public bool Has(SessionKey key)
    {
        lock (_lock)
            return _of.ContainsKey(key);
    }

    public ImmutableArray<SessionWatcher> Of(SessionKey key)
    {
        lock (_lock)
            return _of.TryGetValue(key, out var watchers) ? [.. watchers] : [];
    }

    public void Add(SessionWatcher watcher)
    {
        lock (_lock)
        {
            if (!_of.TryGetValue(watcher.Session, out var watchers))
                _of[watcher.Session] = watchers = [];
            watchers.Add(watcher);
        }
    }

    public void Remove(SessionWatcher watcher)
    {
        lock (_lock)
        {
            if (_of.TryGetValue(watcher.Session, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
                _of.Remove(watcher.Session);
        }
    }

    /// <summary>Those of a session that has ended; they watch it no more.</summary>
    public ImmutableArray<SessionWatcher> Take(SessionKey key)
    {
        lock (_lock)
            return _of.Remove(key, out var watchers) ? [.. watchers] : [];
    }
}
