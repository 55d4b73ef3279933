using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record NumberVoided(string Register, long Number, string Reason) : IFact
{
    public static string Kind => "document.number-voided";
}
