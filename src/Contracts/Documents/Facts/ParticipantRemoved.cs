using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ParticipantRemoved(SeatId Seat) : IFact
{
    public static string Kind => "document.participant-removed";
}
