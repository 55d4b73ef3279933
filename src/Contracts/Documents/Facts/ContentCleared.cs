using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ContentCleared(int Round) : IFact
{
    public static string Kind => "document.content-cleared";
}
