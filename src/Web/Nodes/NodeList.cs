using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Web.Nodes;

/// <summary>The answer of the operators' page.</summary>
/// <param name="At">When the nodes were asked, by the clock of the node that asked.</param>
/// <param name="Nodes">By name.</param>
internal sealed record NodeList(DateTimeOffset At, ImmutableArray<NodeReport> Nodes);
