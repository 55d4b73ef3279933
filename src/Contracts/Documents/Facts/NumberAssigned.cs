using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record NumberAssigned(string Series, int? Pages = null, int? Copies = null) : IFact
{
    public static string Kind => "document.number-assigned";
}
