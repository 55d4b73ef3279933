using PartyRealtime.Contracts.Live;
using PartyRealtime.Storage.Live;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>The in-process bus, losing hints on demand: what a bus between nodes may do at any time.</summary>
internal sealed class LossyBus(IEnumerable<IPushSink> sinks) : IPushBus
{
    private readonly InProcessPushBus _bus = new(sinks);
    private int _lost;

    public bool Loses { get; set; }

    /// <summary>Hints that went nowhere.</summary>
    public int Lost => Volatile.Read(ref _lost);

    public void Publish(PushEnvelope envelope)
    {
        if (Loses)
            Interlocked.Increment(ref _lost);
        else
            _bus.Publish(envelope);
    }
}
