using System.Collections.Immutable;
using Orleans.Concurrency;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>Hands what other nodes send to this node's queue.</summary>
[Reentrant]
internal sealed class PushService(
    GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, IEnumerable<IPushSink> sinks, PushLines lines)
    : GrainService(id, silo, loggers), IPushService
{
    private readonly IPushSink[] _sinks = [.. sinks];

    public Task Push(ImmutableArray<PushEnvelope> hints)
    {
        foreach (var hint in hints)
        {
            foreach (var sink in _sinks)
                sink.Offer(hint);
        }

        return Task.CompletedTask;
    }

    public Task<bool> Follow(FollowedChange change) => Task.FromResult(lines.Hear(change));
}
