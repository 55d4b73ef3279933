using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A seat that is invited to a draft.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Name">Who holds it today; empty when nobody does.</param>
/// <param name="Title">The seat's title.</param>
/// <param name="Unit">The name of its unit.</param>
/// <param name="Right">What its holders may do while the document is drafted.</param>
public sealed record ParticipantView(SeatId Seat, string Name, string Title, string Unit, DraftRight Right);
