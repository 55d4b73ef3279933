namespace PartyRealtime.Web.Auth;

/// <summary>
/// Tells who holds a connection open that its session has ended or lost rights: at once for what happened on this node,
/// within 5 s for what happened elsewhere.
/// </summary>
public interface ISessionEnded
{
    /// <summary>
    /// Watches a session until the subscription is disposed. <paramref name="changed"/> is called once for
    /// <see cref="SessionChange.Ended"/> and any number of times for <see cref="SessionChange.RightsChanged"/>, on a
    /// thread of the pool; it must not block.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="stamp">The rights that the watcher goes by: whoever lets somebody in by older ones than there are is told so.</param>
    /// <param name="changed">What to do then.</param>
    IDisposable Subscribe(SessionKey session, long stamp, Action<SessionChange> changed);
}
