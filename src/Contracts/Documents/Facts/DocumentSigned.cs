using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentSigned(string BodyHash, SignCapacity Capacity, string Title) : IFact
{
    public static string Kind => "document.signed";
}
