using System.Collections.Concurrent;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.Web.Auth;

/// <summary>Extends sessions that are used, at most once an hour each, beside the request that uses them.</summary>
internal sealed partial class SessionRenewal(IGrainFactory grains, ISessions sessions, TimeProvider time, ILogger<SessionRenewal> logger)
{
    private readonly ConcurrentDictionary<SessionKey, byte> _running = new();

    /// <summary>Notes that the session is used now; completes once that is written, where it has to be. Nobody waits for it.</summary>
    public Task Use(LiveSession session) =>
        time.GetUtcNow() - session.Record.SeenAt >= SessionLimits.RenewAfter && _running.TryAdd(session.Key, 0)
            ? Renew(session)
            : Task.CompletedTask;

    private async Task Renew(LiveSession session)
    {
        try
        {
            var outcome = await grains.GetGrain<ISessionGrain>(session.Record.Official.Value).Renew(new RenewSession(session.Key.ToImmutable()));
            // A live connection keeps the record in memory fresh for hours, with the old instant in it.
            if (outcome.IsOk)
                sessions.Forget(session.Key);
            else
                RenewalRefused(outcome.Refusal.Code);
        }
        catch (Exception failure)
        {
            // The session goes on; its next use tries again.
            RenewalFailed(failure);
        }
        finally
        {
            _running.TryRemove(session.Key, out _);
        }
    }
}
