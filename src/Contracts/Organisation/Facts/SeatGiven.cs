using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>Somebody holds a desk or post from a day on.</summary>
/// <param name="Until">The first day it is no longer held; null for no end.</param>
/// <param name="InsteadOf">Whose holding ended on that day.</param>
public sealed record SeatGiven(SeatId Seat, OfficialId Official, DateOnly From, DateOnly? Until, OfficialId? InsteadOf) : IFact
{
    public static string Kind => "organisation.seatGiven";
}
