using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentRevised(string Type, string Abstract, string BodyHash, int Files) : IFact
{
    public static string Kind => "document.revised";
}
