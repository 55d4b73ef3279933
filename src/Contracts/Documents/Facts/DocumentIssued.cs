using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentIssued(int Units, int People, ImmutableArray<string> Recipients) : IFact
{
    public static string Kind => "document.issued";
}
