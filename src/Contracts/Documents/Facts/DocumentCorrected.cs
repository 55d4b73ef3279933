using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentCorrected(DocumentId Letter) : IFact
{
    public static string Kind => "document.corrected";
}
