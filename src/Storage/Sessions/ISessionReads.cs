using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.Storage.Sessions;

/// <summary>Reads accounts and sessions. Each read but <see cref="Pulses"/> is a look-up by key.</summary>
public interface ISessionReads
{
    /// <summary>The account of a sign-in name, lower case; null when there is none or it is disabled.</summary>
    Task<SignInAccount?> Account(string signIn, CancellationToken cancellation = default);

    /// <summary>The account of an official; null when there is none or it is disabled.</summary>
    Task<SignInAccount?> Account(OfficialId official, CancellationToken cancellation = default);

    /// <summary>The session of this id with its owner's rights; null when it has ended, expired, or its owner is disabled.</summary>
    Task<SessionRecord?> Find(byte[] id, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>
    /// Those of these sessions that are still open, at most 1,000 ids a call. Waits for no other reader: while people wait
    /// for a connection, notes are still pushed, and to nobody whose session has ended.
    /// </summary>
    Task<IReadOnlyList<SessionPulse>> Pulses(IReadOnlyCollection<byte[]> ids, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>The open sessions of an official, the newest first.</summary>
    Task<ImmutableArray<SessionRow>> OfOfficial(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What the session grain decides on.</summary>
    Task<SessionState> State(OfficialId official, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>How the official's client looks; the defaults when nothing was set.</summary>
    Task<PreferenceRow> Preferences(OfficialId official, CancellationToken cancellation = default);
}
