using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record FormCleared(int Round) : IFact
{
    public static string Kind => "document.form-cleared";
}
