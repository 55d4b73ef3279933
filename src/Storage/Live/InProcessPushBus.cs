using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Storage.Live;

/// <summary>The bus within a node: hints go straight to its own sinks. All there is on a node that is alone.</summary>
public sealed class InProcessPushBus(IEnumerable<IPushSink> sinks) : IPushBus
{
    private readonly IPushSink[] _sinks = [.. sinks];

    public void Publish(PushEnvelope envelope)
    {
        foreach (var sink in _sinks)
            sink.Offer(envelope);
    }
}
