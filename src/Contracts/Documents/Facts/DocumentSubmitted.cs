using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record DocumentSubmitted(SeatId To, int Round) : IFact
{
    public static string Kind => "document.submitted";
}
