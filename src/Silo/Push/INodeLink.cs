using System.Collections.Immutable;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Push;

/// <summary>The way to another node.</summary>
internal interface INodeLink
{
    /// <summary>
    /// Completes when the node has the hints in its queue, or Redis has handed them to its connection; fails when that is
    /// not known, and they count as lost. Who waits for each sending before the next has them arrive in order, as long as
    /// the way stays the same.
    /// </summary>
    /// <returns>The way that they took.</returns>
    Task<PushLinkKind> Send(SiloAddress node, ImmutableArray<PushEnvelope> hints);
}
