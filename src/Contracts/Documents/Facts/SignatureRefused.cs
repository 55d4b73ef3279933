using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record SignatureRefused(string Reason, int Round) : IFact
{
    public static string Kind => "document.signature-refused";
}
