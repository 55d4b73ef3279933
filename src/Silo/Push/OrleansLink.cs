using System.Collections.Immutable;
using Orleans.Runtime.Services;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Push;

/// <summary>By acknowledged calls between silos: the next batch waits for the last one, so a slow node gets larger ones.</summary>
internal sealed class OrleansLink(IServiceProvider services) : GrainServiceClient<IPushService>(services), INodeLink
{
    public async Task<PushLinkKind> Send(SiloAddress node, ImmutableArray<PushEnvelope> hints)
    {
        await GetGrainService(node).Push(hints);
        return PushLinkKind.Orleans;
    }

    /// <summary>Tells a node what is followed here; false when it needs everything.</summary>
    public Task<bool> Tell(SiloAddress node, FollowedChange change) => GetGrainService(node).Follow(change);
}
