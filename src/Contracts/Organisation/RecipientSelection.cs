using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>What selectors come to: the units that would receive, and the selectors that were refused.</summary>
public sealed record RecipientSelection(RecipientSet Set, ImmutableArray<RefusedSelector> Refused);
