using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Storage.Nodes;

namespace PartyRealtime.Web.Nodes;

/// <summary>The answer of the operators' page.</summary>
/// <param name="At">When the nodes were asked, by the clock of the node that asked.</param>
/// <param name="Nodes">By name.</param>
/// <param name="OtherDeciders">As <see cref="IOtherDeciders"/>; empty too when the store did not say.</param>
internal sealed record NodeList(DateTimeOffset At, ImmutableArray<NodeReport> Nodes, ImmutableArray<string> OtherDeciders);
