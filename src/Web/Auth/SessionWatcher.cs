namespace PartyRealtime.Web.Auth;

/// <summary>One who is told when a session ends or has other rights, until it is disposed.</summary>
/// <param name="watchers">Where it stands.</param>
/// <param name="session">The session.</param>
/// <param name="stamp">Of the newest rights that it knows of.</param>
/// <param name="changed">Told on the caller's thread; must not wait.</param>
internal sealed class SessionWatcher(SessionWatchers watchers, SessionKey session, long stamp, Action<SessionChange> changed) : IDisposable
{
    public SessionKey Session => session;

    /// <summary>Of the newest rights that the watcher knows of.</summary>
    public long Stamp { get; set; } = stamp;

    public Action<SessionChange> Changed => changed;

    public void Dispose() => watchers.Remove(this);
}
