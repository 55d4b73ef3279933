using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentRecallAsked(string Reason, int Units) : IFact
{
    public static string Kind => "document.recall-asked";
}
