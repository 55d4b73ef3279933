using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

/// <summary>The last answer to the recall has come in.</summary>
public sealed record DocumentRecalled(int Agreed, int Refused) : IFact
{
    public static string Kind => "document.recalled";
}
