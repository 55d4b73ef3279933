using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Storage.Live;

/// <summary>The bus of a node that is alone: hints go straight to the node's own sinks.</summary>
public sealed class InProcessPushBus(IEnumerable<IPushSink> sinks) : IPushBus
{
    private readonly IPushSink[] _sinks = [.. sinks];

    public void Publish(PushEnvelope envelope)
    {
        foreach (var sink in _sinks)
            sink.Offer(envelope);
    }
}
