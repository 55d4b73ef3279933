using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>The bus of a node in a cluster: hints go to its own connections and to the nodes that follow what changed.</summary>
internal sealed class NodePushBus(IEnumerable<IPushSink> sinks, PushLines lines) : IPushBus
{
    private readonly IPushSink[] _sinks = [.. sinks];

    public void Publish(PushEnvelope envelope)
    {
        foreach (var sink in _sinks)
            sink.Offer(envelope);
        lines.Offer(envelope);
    }
}
