using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record BodyLocked(string BodyHash, int Version) : IFact
{
    public static string Kind => "document.body-locked";
}
