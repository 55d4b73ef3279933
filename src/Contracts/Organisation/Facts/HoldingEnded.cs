using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>A holding has an end.</summary>
/// <param name="On">The first day it is no longer held.</param>
public sealed record HoldingEnded(SeatId Seat, OfficialId Official, DateOnly On) : IFact
{
    public static string Kind => "organisation.holdingEnded";
}
