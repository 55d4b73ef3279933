using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentCommented(string Text, int Round) : IFact
{
    public static string Kind => "document.commented";
}
