namespace PartyRealtime.Contracts.Live;

/// <summary>The end of the push bus on a node that people are connected to.</summary>
public interface IPushSink
{
    /// <summary>
    /// Queues a hint for this node's connections. Returns at once; false when the bounded queue is full, and then the
    /// hint is dropped and counted.
    /// </summary>
    bool Offer(PushEnvelope envelope);
}
