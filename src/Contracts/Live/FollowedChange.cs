using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Live;

/// <summary>What a node's connections began and ceased to follow.</summary>
/// <param name="Node">The node.</param>
/// <param name="From">The version that this change goes on from; null when <paramref name="Added"/> is everything.</param>
/// <param name="Version">The version afterwards.</param>
/// <param name="Added">64-bit keys of seats and documents; two things with one key cost a needless hint, no more.</param>
/// <param name="Removed">As <paramref name="Added"/>.</param>
[GenerateSerializer, Immutable, Alias("followed-change")]
public sealed record FollowedChange(
    [property: Id(0)] SiloAddress Node,
    [property: Id(1)] long? From,
    [property: Id(2)] long Version,
    [property: Id(3)] ImmutableArray<long> Added,
    [property: Id(4)] ImmutableArray<long> Removed);
