using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentCorrects(DocumentId Corrected) : IFact
{
    public static string Kind => "document.corrects";
}
