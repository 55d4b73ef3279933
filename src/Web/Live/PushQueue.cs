using System.Threading.Channels;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>The bounded queue between the bus and this node's dispatcher.</summary>
internal sealed class PushQueue(LiveMetrics metrics) : IPushSink
{
    /// <summary>Hints that may wait; one more is dropped and healed by the poll of heads.</summary>
    public const int HintsMax = 16_384;

    private readonly Channel<PushEnvelope> _channel = Channel.CreateBounded<PushEnvelope>(
        new BoundedChannelOptions(HintsMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public ChannelReader<PushEnvelope> Reader => _channel.Reader;

    public bool Offer(PushEnvelope envelope)
    {
        if (_channel.Writer.TryWrite(envelope))
            return true;
        metrics.Dropped();
        return false;
    }
}
