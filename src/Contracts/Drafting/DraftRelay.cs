using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>Consecutive updates of a draft's log.</summary>
/// <param name="First">The place of the first one; places rise by one.</param>
/// <param name="Updates">The updates.</param>
[GenerateSerializer, Immutable, Alias("draft-relay")]
public sealed record DraftRelay([property: Id(0)] long First, [property: Id(1)] ImmutableArray<DraftUpdate> Updates);
