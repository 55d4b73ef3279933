using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Search;

/// <summary>The best hits and how many there are, cut by what the person may see before anything is counted.</summary>
public sealed record SearchPage(int Total, ImmutableArray<SearchHit> Items);
