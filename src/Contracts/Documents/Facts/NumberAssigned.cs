using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record NumberAssigned(string Series) : IFact
{
    public static string Kind => "document.number-assigned";
}
