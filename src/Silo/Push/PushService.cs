using System.Collections.Immutable;
using Orleans.Concurrency;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Storage.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>Hands what other nodes send to this node's queue.</summary>
[Reentrant]
internal sealed class PushService(
    GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, InProcessPushBus here, PushLines lines)
    : GrainService(id, silo, loggers), IPushService
{
    public Task Push(ImmutableArray<PushEnvelope> hints)
    {
        foreach (var hint in hints)
            here.Publish(hint);
        return Task.CompletedTask;
    }

    public Task<bool> Follow(FollowedChange change) => Task.FromResult(lines.Hear(change));
}
