using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentReplaced(DocumentId By) : IFact
{
    public static string Kind => "document.replaced";
}
