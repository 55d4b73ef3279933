using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentReplaces(DocumentId Replaced) : IFact
{
    public static string Kind => "document.replaces";
}
