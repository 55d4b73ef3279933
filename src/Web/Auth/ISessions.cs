using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Auth;

/// <summary>The open sessions, from this node's memory, read again after 4 s.</summary>
public interface ISessions
{
    /// <summary>The session, or null when it has ended, expired, or may not be used on this node.</summary>
    ValueTask<LiveSession?> Find(SessionKey key, CancellationToken cancellation = default);

    /// <summary>Forgets what is remembered of a session, which goes on: its next use reads it.</summary>
    void Forget(SessionKey key);

    /// <summary>Forgets what is remembered of a session and tells its watchers that it has ended.</summary>
    void End(SessionKey key);

    /// <summary>The same for every session of an official that this node remembers, but for one.</summary>
    void EndAll(OfficialId official, SessionKey? but = null);

    /// <summary>Forgets the rights that are remembered of an official, and tells whoever watches his or her sessions.</summary>
    void ChangeRights(OfficialId official);
}
