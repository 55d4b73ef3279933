using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Search;

/// <summary>The best hits and how many there are, cut by what the person may see before anything is counted.</summary>
/// <param name="Total">How many were found; no more than <see cref="TotalMax"/> are counted.</param>
/// <param name="More">There are more than that.</param>
/// <param name="Left">
/// So many bodies have documents of the number that is looked for that older ones of others were not looked at.
/// </param>
/// <param name="Items">The best: exact marks before folded, newest first within each.</param>
public sealed record SearchPage(int Total, bool More, bool Left, ImmutableArray<SearchHit> Items)
{
    /// <summary>Beyond it nobody counts, and whoever looks for something adds a word.</summary>
    public const int TotalMax = 200;
}
