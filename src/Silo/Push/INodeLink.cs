using System.Collections.Immutable;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>The way to another node.</summary>
internal interface INodeLink
{
    /// <summary>Completes when the node has the hints in its queue; fails when that is not known, and they count as lost.</summary>
    Task Send(SiloAddress node, ImmutableArray<PushEnvelope> hints);
}
