using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

public sealed record ParticipantInvited(SeatId Seat, DraftRight Right) : IFact
{
    public static string Kind => "document.participant-invited";
}
