using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>An official at work, with the session by which every node knows who it is.</summary>
/// <param name="Name">The sign-in name.</param>
/// <param name="Cookie">The Cookie header of the session.</param>
/// <param name="Id">The official's number.</param>
/// <param name="Seats">Desk or post by what its holder may do.</param>
internal sealed record Colleague(string Name, string Cookie, int Id, IReadOnlyDictionary<SeatRole, int> Seats);
