using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentSealed(string BodyHash) : IFact
{
    public static string Kind => "document.sealed";
}
