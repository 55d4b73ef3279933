using System.Collections.Concurrent;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>The sessions that this node has seen lately, and who watches them.</summary>
internal sealed class SessionCache(ISessionReads reads, NodeSettings settings, TimeProvider time) : ISessions, ISessionEnded
{
    /// <summary>Together with the time of one read it stays below the promised 5 s.</summary>
    internal static readonly TimeSpan RecheckAfter = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<SessionKey, Entry> _entries = new();
    private readonly SessionWatchers _watchers = new();

    /// <summary>The sessions that somebody watches.</summary>
    public IReadOnlyCollection<SessionKey> Watched => _watchers.Keys;

    public async ValueTask<LiveSession?> Find(SessionKey key, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var askedAt = time.GetTimestamp();
        if (_entries.TryGetValue(key, out var entry)
            && time.GetElapsedTime(entry.CheckedAt, askedAt) < RecheckAfter && now < entry.Session.Record.ExpiresAt)
        {
            return entry.Session;
        }

        var record = await reads.Find(key.ToBytes(), now, cancellation);
        if (record is null || (record.Demo && !settings.IsLoopbackOnly))
        {
            End(key);
            return null;
        }

        var session = new LiveSession(key, record);
        _entries[key] = new Entry(session, askedAt);
        return session;
    }

    public void Forget(SessionKey key) => _entries.TryRemove(key, out _);

    public void End(SessionKey key)
    {
        Forget(key);
        Tell(key, SessionChange.Ended);
    }

    public void EndAll(OfficialId official, SessionKey? but = null)
    {
        foreach (var key in Of(official).Where(key => key != but))
            End(key);
    }

    public void ChangeRights(OfficialId official)
    {
        foreach (var key in Of(official))
        {
            Forget(key);
            Tell(key, SessionChange.RightsChanged);
        }
    }

    public IDisposable Subscribe(SessionKey session, long stamp, Action<SessionChange> changed)
    {
        var watcher = new SessionWatcher(_watchers, session, stamp, changed);
        _watchers.Add(watcher);
        return watcher;
    }

    /// <summary>
    /// Takes over what was read of watched sessions: those that are missing have ended, the others are as good as read
    /// anew, so that a person with a live connection costs no look-up of the session.
    /// </summary>
    /// <param name="asked">The sessions that were asked for.</param>
    /// <param name="open">Those of them that are open.</param>
    /// <param name="askedAt">When the read began, by the monotonic clock: what was true then.</param>
    public void Apply(IReadOnlyCollection<SessionKey> asked, IReadOnlyCollection<SessionPulse> open, long askedAt)
    {
        var stamps = open.ToDictionary(pulse => SessionKey.Of(pulse.Id), pulse => pulse.Stamp);
        foreach (var key in asked)
        {
            if (!stamps.TryGetValue(key, out var stamp))
            {
                End(key);
            }
            else
            {
                if (_entries.TryGetValue(key, out var entry))
                    Renew(key, entry, stamp, askedAt);
                TellLate(key, stamp);
            }
        }
    }

    /// <summary>Forgets sessions that were not asked for lately and are watched by nobody.</summary>
    public void Sweep()
    {
        foreach (var (key, entry) in _entries)
        {
            if (time.GetElapsedTime(entry.CheckedAt) > RecheckAfter * 10 && !_watchers.Has(key))
                _entries.TryRemove(new KeyValuePair<SessionKey, Entry>(key, entry));
        }
    }

    private List<SessionKey> Of(OfficialId official) =>
        [.. _entries.Where(entry => entry.Value.Session.Record.Official == official).Select(entry => entry.Key)];

    private void Renew(SessionKey key, Entry entry, long stamp, long askedAt)
    {
        if (entry.Session.Record.Stamp != stamp)
        {
            Forget(key);
        }
        else if (entry.CheckedAt < askedAt)
        {
            // Only this very entry: one that was ended or read anew meanwhile stays as it is.
            _entries.TryUpdate(key, entry with { CheckedAt = askedAt }, entry);
        }
    }

    /// <summary>Whoever was let in by rights that had changed by the time it was watched, or whom a look has missed.</summary>
    private void TellLate(SessionKey key, long stamp)
    {
        foreach (var late in _watchers.Of(key).Where(watcher => watcher.Stamp < stamp))
        {
            late.Stamp = stamp;
            late.Changed(SessionChange.RightsChanged);
        }
    }

    private void Tell(SessionKey key, SessionChange change)
    {
        foreach (var watcher in change == SessionChange.Ended ? _watchers.Take(key) : _watchers.Of(key))
            watcher.Changed(change);
    }

    /// <param name="CheckedAt">By the monotonic clock: after a clock was set back by an hour, rights would count that hour longer.</param>
    private sealed record Entry(LiveSession Session, long CheckedAt);
}
