using PartyRealtime.Contracts.Live;
using PartyRealtime.Storage.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>The bus of a node in a cluster: hints go to its own connections and to the nodes that follow what changed.</summary>
internal sealed class NodePushBus(InProcessPushBus here, PushLines lines) : IPushBus
{
    public void Publish(PushEnvelope envelope)
    {
        here.Publish(envelope);
        lines.Offer(envelope);
    }
}
