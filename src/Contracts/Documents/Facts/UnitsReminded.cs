using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record UnitsReminded(int Units) : IFact
{
    public static string Kind => "document.units-reminded";
}
