using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DraftReturned(string Reason, int Round) : IFact
{
    public static string Kind => "document.draft-returned";
}
