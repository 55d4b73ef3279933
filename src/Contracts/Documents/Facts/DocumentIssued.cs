using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

/// <param name="Recipients">The selectors that were chosen, in the order of the choice.</param>
public sealed record DocumentIssued(int Units, int People, ImmutableArray<string> Recipients) : IFact
{
    public static string Kind => "document.issued";

    /// <summary>The selectors of those who were left out of it; empty in facts from before they were kept.</summary>
    public ImmutableArray<string> Except { get; init; } = [];
}
