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
    IDisposable Subscribe(SessionKey session, Action<SessionChange> changed);
}
