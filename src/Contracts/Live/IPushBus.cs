namespace PartyRealtime.Contracts.Live;

/// <summary>
/// Takes hints from the commit writer to every node on which somebody may be looking. At most once, unordered: a hint
/// lost here is found by the poll of heads within seconds.
/// </summary>
public interface IPushBus
{
    /// <summary>Hands a hint over. Returns at once, never throws, never waits: the acknowledgement does not depend on it.</summary>
    void Publish(PushEnvelope envelope);
}
