namespace PartyRealtime.Web.Auth;

/// <summary>The open sessions, from this node's memory, read again after 4 s.</summary>
public interface ISessions
{
    /// <summary>The session, or null when it has ended, expired, or may not be used on this node.</summary>
    ValueTask<LiveSession?> Find(SessionKey key, CancellationToken cancellation = default);

    /// <summary>Forgets what is remembered of a session and tells its watchers that it has ended.</summary>
    void End(SessionKey key);
}
